export { defaultDecodeLimits, type DecodeLimits } from './decode';
export { ReportIngestor, type Delivery } from './ReportIngestor';
