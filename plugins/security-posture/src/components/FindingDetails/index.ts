export { FindingDetails, type FindingDetailsProps } from './FindingDetails';
