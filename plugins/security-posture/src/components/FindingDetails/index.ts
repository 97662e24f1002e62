export { FindingDetails, type FindingDetailsProps } from './FindingDetails';
export { SuppressedByException } from './SuppressedByException';
