import type { Check } from '../../Check';
import { deniedYetRunning } from './deniedYetRunning';
import { exposedKnownExploited } from './exposedKnownExploited';
import { leakedSecretRunning } from './leakedSecretRunning';
import { oldDigestRunning } from './oldDigestRunning';
import { privilegedFixableCritical } from './privilegedFixableCritical';
import { shellUsed } from './shellUsed';
import { unscannedRunning } from './unscannedRunning';

/** What is toxic only together: each joins two stages on a workload or an image. */
export const combinationChecks: readonly Check[] = [
  privilegedFixableCritical,
  exposedKnownExploited,
  oldDigestRunning,
  leakedSecretRunning,
  unscannedRunning,
  shellUsed,
  deniedYetRunning,
];
