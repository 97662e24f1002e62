export * from './SecurityPostureApi';
export * from './SecurityPostureClient';
export * from './ExceptionsApi';
export * from './OwnershipApi';
export { type QueryInput } from './url';
