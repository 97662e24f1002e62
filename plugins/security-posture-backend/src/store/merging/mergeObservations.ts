import { vulnerabilityId } from '../../model/vulnerabilityId';
import { earliest, latest } from './choose';
import type { StoredObservation } from './storedRows';

/**
 * One observation out of two that one scope made of the same finding: a tool
 * that reports a vulnerability under two names. An open one outweighs one that
 * was withdrawn; of two that are open the worse counts.
 */
export function mergeObservations(
  a: StoredObservation,
  b: StoredObservation,
  problem: string,
): StoredObservation {
  const open = [a, b].filter(({ withdrawn_at }) => withdrawn_at === undefined);
  const counted = open.length > 0 ? open : [a, b];
  const newest = [...counted].sort((one, other) =>
    one.last_seen_at < other.last_seen_at ? 1 : -1,
  )[0];
  const canonical = [a, b].find(
    ({ reported_id }) => vulnerabilityId(reported_id) === problem,
  );
  return {
    ...newest,
    reported_id: (canonical ?? newest).reported_id,
    severity_rank: Math.max(...counted.map(row => row.severity_rank)),
    fixable: counted.some(({ fixable }) => fixable),
    suppressed: counted.every(({ suppressed }) => suppressed),
    stale: counted.every(({ stale }) => stale),
    first_seen_at:
      earliest([a.first_seen_at, b.first_seen_at]) ?? a.first_seen_at,
    last_seen_at: latest([a.last_seen_at, b.last_seen_at]) ?? a.last_seen_at,
    withdrawn_at:
      open.length > 0 ? undefined : latest([a.withdrawn_at, b.withdrawn_at]),
  };
}
