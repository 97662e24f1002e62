import type { KnownEvidence } from '../store/readModels/findEvidence';
import type { Evidence, EvidenceRows } from './evidence';

export interface ScopeRules {
  /**
   * Absence of what is at least so severe means that it is gone; undefined if
   * absence means nothing.
   */
  closesFrom: number | undefined;
  /** What is shown counts as seen without noting it one by one. */
  seenAsAWhole: boolean;
  /** When the report was made. */
  reportedAt: string;
}

/** When an observation was made; of one that is there. */
export interface Sight {
  finding_id: string;
  scope_id: string;
  first_seen_at: string;
  last_seen_at: string;
  withdrawn_at: string | undefined;
}

export interface EvidenceDiff {
  /** Seen for the first time in their scope, or with another content. */
  changed: EvidenceRows[];
  /** Seen as before, where that has to be noted, or withdrawn. */
  sights: Sight[];
  /** What complete scopes no longer show. */
  gone: { finding_id: string; scope_id: string }[];
}

/**
 * Compares what a report shows with what its scopes showed before. Pure; what
 * did not change is not even described, let alone written again.
 */
export function diffEvidence(
  shown: Evidence[],
  known: KnownEvidence[],
  rulesOf: (scopeId: string) => ScopeRules,
): EvidenceDiff {
  const before = new Map(
    known.map(evidence => [
      keyOf(evidence.findingId, evidence.scopeId),
      evidence,
    ]),
  );
  const diff: EvidenceDiff = { changed: [], sights: [], gone: [] };
  for (const evidence of shown) {
    const key = keyOf(evidence.id, evidence.scopeId);
    const earlier = before.get(key);
    before.delete(key);
    if (!earlier) {
      diff.changed.push(evidence.rows());
      continue;
    }
    const sight = seenAgain(earlier, evidence);
    if (isSame(earlier, evidence, sight)) {
      if (!rulesOf(evidence.scopeId).seenAsAWhole) diff.sights.push(sight);
    } else {
      const rows = evidence.rows();
      diff.changed.push({
        ...rows,
        observation: { ...rows.observation, ...sight },
      });
    }
  }
  for (const earlier of before.values()) {
    const { closesFrom, reportedAt } = rulesOf(earlier.scopeId);
    const isGone =
      earlier.withdrawnAt === undefined &&
      closesFrom !== undefined &&
      earlier.severityRank >= closesFrom;
    if (isGone) {
      diff.gone.push({
        finding_id: earlier.findingId,
        scope_id: earlier.scopeId,
      });
      diff.sights.push({ ...sightOf(earlier), withdrawn_at: reportedAt });
    }
  }
  return diff;
}

function keyOf(findingId: string, scopeId: string): string {
  return `${findingId} ${scopeId}`;
}

function sightOf(known: KnownEvidence): Sight {
  return {
    finding_id: known.findingId,
    scope_id: known.scopeId,
    first_seen_at: known.firstSeenAt,
    last_seen_at: known.lastSeenAt,
    withdrawn_at: known.withdrawnAt,
  };
}

/** Events may arrive out of order: what was seen does not become younger by it. */
function seenAgain(earlier: KnownEvidence, now: Evidence): Sight {
  const known = sightOf(earlier);
  const { firstSeenAt, lastSeenAt, resolvedAt } = now;
  const isLate = lastSeenAt < earlier.lastSeenAt;
  return {
    ...known,
    first_seen_at:
      earlier.firstSeenAt < firstSeenAt ? earlier.firstSeenAt : firstSeenAt,
    last_seen_at: isLate ? earlier.lastSeenAt : lastSeenAt,
    withdrawn_at: isLate ? earlier.withdrawnAt : resolvedAt,
  };
}

function isSame(
  earlier: KnownEvidence,
  now: Evidence,
  { first_seen_at, withdrawn_at }: Sight,
): boolean {
  return (
    !earlier.stale &&
    earlier.contentHash === now.contentHash &&
    earlier.withdrawnAt === withdrawn_at &&
    earlier.firstSeenAt === first_seen_at
  );
}
