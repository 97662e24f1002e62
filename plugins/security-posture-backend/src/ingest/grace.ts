import { MASS_CLOSE, MASS_CLOSE_GRACE } from '../model/massClose';
import type { KnownEvidence } from '../store/readModels/findEvidence';
import type { KnownScope } from '../store/readModels/findScopes';
import type { Evidence } from './evidence';
import type { PreparedReport } from './preparedReport';
import type { ReportScopeRow } from './scopes';

export interface Grace {
  /** When it was first reported empty. */
  since: string;
  /** How many findings wait. */
  open: number;
}

/**
 * Scopes whose many findings are all gone at once, in reports that a controller
 * writes anew each time: such reports come empty for a moment and full again.
 * They close when they stay empty.
 */
export function graceOf(
  scopes: Map<string, ReportScopeRow & { prepared: PreparedReport }>,
  stored: Map<string, KnownScope>,
  shown: Evidence[],
  known: KnownEvidence[],
): Map<string, Grace> {
  const full = new Set(shown.map(({ scopeId }) => scopeId));
  const open = new Map<string, number>();
  for (const { scopeId: id, withdrawnAt } of known) {
    if (withdrawnAt === undefined) open.set(id, (open.get(id) ?? 0) + 1);
  }
  const grace = new Map<string, Grace>();
  for (const [id, { complete, prepared }] of scopes) {
    const count = open.get(id) ?? 0;
    const isMassClose =
      complete &&
      prepared.source.isRewritten === true &&
      !full.has(id) &&
      count >= MASS_CLOSE;
    if (!isMassClose) continue;
    const since = stored.get(id)?.emptiedAt ?? prepared.at;
    const waited = Date.parse(prepared.at) - Date.parse(since);
    if (waited < MASS_CLOSE_GRACE) grace.set(id, { since, open: count });
  }
  return grace;
}
