export { OwnershipReaders, type OwnershipReader } from './OwnershipReaders';
export { OwnershipService } from './OwnershipService';
export { resolveOwner } from './resolveOwner';
export { UnmappedService } from './UnmappedService';
