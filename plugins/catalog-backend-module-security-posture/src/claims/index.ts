export type { ClaimChecker } from './ClaimChecker';
export { HttpClaimChecker } from './HttpClaimChecker';
export { unmatchedClaims } from './unmatchedClaims';
