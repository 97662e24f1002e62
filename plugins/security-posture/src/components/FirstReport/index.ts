export { FirstReport } from './FirstReport';
