export { readDenial } from './denial';
export { readPodSecurity } from './podSecurity';
export { readViolations } from './readViolations';
export type { Violation } from './violation';
