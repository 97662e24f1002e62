import type { Knex } from 'knex';
import type { ScopeState } from '../model/currentScopes';
import { subjectPrefix } from '../model/findingId';
import type { LiveEvidence } from '../model/findingState';
import { advanceScopes } from '../store/operations/advanceScopes';
import type { FindingChange } from '../store/operations/deriveFindings';
import { refreshScopes } from '../store/operations/refreshScopes';
import {
  saveFindings,
  saveObservations,
  saveSights,
  saveVerdicts,
  type ShownFinding,
} from '../store/operations/saveEvidence';
import {
  findEvidence,
  type KnownEvidence,
} from '../store/readModels/findEvidence';
import { findScopes, type KnownScope } from '../store/readModels/findScopes';
import type { Row } from '../store/tables';
import { diffEvidence } from './diffEvidence';
import type { Evidence, EvidenceRows } from './evidence';
import { followUp, type FollowUpRules } from './followUp';
import { graceOf } from './grace';
import type { PreparedReport } from './preparedReport';
import { setDeadlines } from './setDeadlines';
import type { ReportScopeRow } from './scopes';

/** A report with all that it shows. */
export interface ReportToReconcile {
  prepared: PreparedReport;
  scopes: ReportScopeRow[];
  evidence: Evidence[];
}

export interface Reconciliation {
  changes: FindingChange[];
  /** States that findings had before. */
  known: Map<string, KnownEvidence['state']>;
  /** Scopes for which a newer report was there already. */
  overtaken: Set<string>;
  /** Scopes whose findings are all gone at once; closed after a grace. */
  emptied: Map<string, number>;
}

/**
 * Brings findings in line with reports that share no scope, in a number of
 * statements that does not depend on their size.
 *
 * @param flipped - findings of artifacts that became current or history by these
 * reports, and when
 */
export async function reconcile(
  tx: Knex,
  reports: ReportToReconcile[],
  flipped: ReadonlyMap<string, string>,
  rules: FollowUpRules,
  now: string,
): Promise<Reconciliation> {
  const scopes = new Map(
    reports.flatMap(({ scopes: own, prepared }) =>
      own.map(scope => [scope.row.id, { ...scope, prepared }] as const),
    ),
  );
  const stored = await findScopes(tx, scopes.keys());
  const overtaken = overtakenScopes(scopes, stored);
  for (const id of overtaken) scopes.delete(id);
  const shown = reports
    .flatMap(({ evidence }) => evidence)
    .filter(({ scopeId }) => scopes.has(scopeId));
  const known = await findEvidence(tx, scopes.keys());
  const grace = graceOf(scopes, stored, shown, known);
  const closes = (scopeId: string) =>
    scopes.get(scopeId)?.complete === true && !grace.has(scopeId);
  const isWhole = (scopeId: string) =>
    closes(scopeId) && scopes.get(scopeId)?.prepared.fromRank === 0;
  await advanceScopes(
    tx,
    [...scopes.values()].map(({ row, prepared }) => ({
      ...row,
      last_complete_at: isWhole(row.id) ? prepared.at : undefined,
      emptied_at: grace.get(row.id)?.since,
    })),
  );
  const refreshed = await refreshScopes(
    tx,
    [...scopes.values()].map(({ row }) => row.subject_id ?? ''),
  );

  const diff = diffEvidence(shown, known, id => ({
    closesFrom: closes(id) ? scopes.get(id)?.prepared.fromRank : undefined,
    seenAsAWhole: isWhole(id),
    reportedAt: scopes.get(id)?.prepared.at ?? now,
  }));
  const findings = shownFindings(diff.changed, refreshed.states);
  const { added, existing } = await saveFindings(
    tx,
    await setDeadlines(tx, findings, rules.deadlines),
    now,
  );
  await saveVerdicts(
    tx,
    uniqueBy(
      diff.changed.map(({ verdict }) => verdict),
      ({ finding_id, source }) => `${finding_id} ${source}`,
    ),
  );
  await saveObservations(
    tx,
    diff.changed.map(({ observation }) => observation),
  );
  await saveSights(tx, diff.sights);

  const addedIds = new Set(added.map(({ id }) => id));
  const reportedAt = (scopeId: string) => scopes.get(scopeId)?.prepared.at;
  const touched = new Map(flipped);
  const reportOf = new Map(
    [...scopes].map(([id, { prepared }]) => [subjectPrefix(id), prepared.at]),
  );
  for (const id of refreshed.findingIds) {
    touched.set(id, reportOf.get(subjectPrefix(id)) ?? now);
  }
  for (const { finding, observation } of diff.changed) {
    if (addedIds.has(finding.id)) continue;
    touched.set(finding.id, reportedAt(observation.scope_id) ?? now);
  }
  for (const { finding_id, scope_id } of diff.gone) {
    touched.set(finding_id, reportedAt(scope_id) ?? now);
  }
  const changes = await followUp(tx, { added, touched }, rules, now);
  return {
    changes,
    known: new Map([
      ...known.map(({ findingId, state }) => [findingId, state] as const),
      ...existing,
    ]),
    overtaken,
    emptied: new Map([...grace].map(([id, { open }]) => [id, open])),
  };
}

type ScopeOfReport = ReportScopeRow & { prepared: PreparedReport };

/** Reports that are older than what is known of their scopes change nothing. Events are never late. */
function overtakenScopes(
  scopes: Map<string, ScopeOfReport>,
  stored: Map<string, KnownScope>,
): Set<string> {
  const passed = new Set<string>();
  for (const [id, { row, prepared }] of scopes) {
    const { lastReportAt = '' } = stored.get(id) ?? {};
    if (row.closes_by === 'absence' && lastReportAt > prepared.at) {
      passed.add(id);
    }
  }
  return passed;
}

const withoutVersions: ScopeState = {
  built: false,
  running: false,
  live: true,
};

/** The findings of these evidences, each with what its live ones sum up to. */
function shownFindings(
  evidence: EvidenceRows[],
  states: ReadonlyMap<string, ScopeState>,
): ShownFinding[] {
  const findings = new Map<string, ShownFinding>();
  for (const { finding, observation } of evidence) {
    const known = findings.get(finding.id);
    const state = states.get(observation.scope_id) ?? withoutVersions;
    const live =
      state.live && observation.withdrawn_at === undefined
        ? liveEvidence(observation, state)
        : undefined;
    findings.set(finding.id, {
      row: worse(known?.row, finding),
      live: joined(known?.live, live),
    });
  }
  return [...findings.values()];
}

function worse<R extends Row<'findings'>>(known: R | undefined, row: R): R {
  return known && (known.severity_rank ?? 0) >= (row.severity_rank ?? 0)
    ? known
    : row;
}

function liveEvidence(
  observation: Row<'observations'>,
  { built, running }: ScopeState,
): LiveEvidence {
  return {
    unsuppressed: !observation.suppressed,
    fresh: !observation.stale,
    severityRank: observation.severity_rank ?? 0,
    fixable: observation.fixable ?? false,
    built,
    running,
    firstSeenAt: observation.first_seen_at ?? '',
  };
}

function joined(
  a: LiveEvidence | undefined,
  b: LiveEvidence | undefined,
): LiveEvidence | undefined {
  if (!a || !b) return a ?? b;
  return {
    unsuppressed: a.unsuppressed || b.unsuppressed,
    fresh: a.fresh || b.fresh,
    severityRank: Math.max(a.severityRank, b.severityRank),
    fixable: a.fixable || b.fixable,
    built: a.built || b.built,
    running: a.running || b.running,
    firstSeenAt: a.firstSeenAt < b.firstSeenAt ? a.firstSeenAt : b.firstSeenAt,
  };
}

function uniqueBy<R>(rows: R[], keyOf: (row: R) => string): R[] {
  return [...new Map(rows.map(row => [keyOf(row), row])).values()];
}
