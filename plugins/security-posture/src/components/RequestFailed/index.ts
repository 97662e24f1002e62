export { RequestFailed, type RequestFailedProps } from './RequestFailed';
