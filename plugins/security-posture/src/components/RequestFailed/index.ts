export { RequestFailed, type RequestFailedProps } from './RequestFailed';
export { PartFailed, type PartFailedProps } from './PartFailed';
