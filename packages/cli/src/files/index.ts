export { labelOf, readReport, type ReportFile } from './readReport';
