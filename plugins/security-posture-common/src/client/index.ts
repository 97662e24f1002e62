export * from './SecurityPostureClient';
export * from './ExceptionsApi';
export { type QueryInput } from './url';
