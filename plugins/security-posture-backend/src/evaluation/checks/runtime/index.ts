import type { Check } from '../../Check';
import { driftUnscanned } from './driftUnscanned';
import { malexec } from './malexec';
import { miner } from './miner';
import { netflow } from './netflow';
import { privesc } from './privesc';
import { scan } from './scan';

/** What is judged of a running service, in the order of the practices. */
export const runtimeChecks: readonly Check[] = [
  scan,
  driftUnscanned,
  privesc,
  netflow,
  miner,
  malexec,
];
