import type { Check } from '../Check';
import { privileged } from './deploy/privileged';

/** Every check, in the order of stages and practices. */
export const checks: readonly Check[] = [privileged];
