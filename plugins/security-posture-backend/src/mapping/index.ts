export { CatalogIndex } from './CatalogIndex';
export { mapSubjects } from './mapSubjects';
export { MappingIndex } from './MappingIndex';
export { remapAll } from './remapAll';
export { unmatchedClaims } from './unmatchedClaims';
