export { defaultDecodeLimits, type DecodeLimits } from './decode';
export {
  ReportIngestor,
  type Delivery,
  type ToldReports,
} from './ReportIngestor';
