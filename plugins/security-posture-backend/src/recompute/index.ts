export type { Differences } from './differences';
export { offerRecompute } from './offerRecompute';
export { recompute, type RecomputeOptions } from './recompute';
