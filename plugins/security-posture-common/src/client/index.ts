export * from './SecurityPostureClient';
export { type QueryInput } from './url';
