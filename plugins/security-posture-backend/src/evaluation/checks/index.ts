import type { Check } from '../Check';
import { buildChecks } from './build';
import { ciChecks } from './ci';
import { combinationChecks } from './combinations';
import { deployChecks } from './deploy';
import { runtimeChecks } from './runtime';

/** Every check, in the order of stages and practices. */
export const checks: readonly Check[] = [
  ...buildChecks,
  ...deployChecks,
  ...runtimeChecks,
  ...ciChecks,
  ...combinationChecks,
];
