import type { Knex } from 'knex';
import { textSet } from '../bulk';
import type {
  Evidence,
  StoredFinding,
  StoredObservation,
  StoredVerdict,
  WholeFindings,
} from '../merging/storedRows';
import {
  isoTime,
  isTrue,
  optionalIsoTime,
  present,
  type DbTime,
} from '../rows';

/** Findings of a kind that have one of these problems, with all that hangs on them. */
export async function findWholeByProblem(
  knex: Knex,
  kind: string,
  problems: Iterable<string>,
): Promise<WholeFindings> {
  const rows: FindingColumns[] = await knex('findings')
    .where({ kind })
    .whereIn('problem', textSet(knex, problems))
    .select('*');
  return withEvidence(knex, rows);
}

/** Findings by id, with all that hangs on them. */
export async function findWholeById(
  knex: Knex,
  ids: Iterable<string>,
): Promise<WholeFindings> {
  const rows: FindingColumns[] = await knex('findings')
    .whereIn('id', textSet(knex, ids))
    .select('*');
  return withEvidence(knex, rows);
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

type Timed = 'first_seen_at';
type OptionallyTimed = 'opened_at' | 'reopened_at' | 'fixed_at' | 'due_at';
type Flags = 'automatable' | 'total_impact' | 'fixable' | 'built' | 'running';
type OptionalTexts =
  | 'suppressed_by'
  | 'exception_id'
  | 'triage'
  | 'vex'
  | 'package_name'
  | 'due_rule';

type FindingColumns = Omit<
  StoredFinding,
  Timed | OptionallyTimed | Flags | OptionalTexts
> &
  Nullable<Pick<StoredFinding, OptionalTexts>> &
  Record<Timed, DbTime> &
  Record<OptionallyTimed, DbTime | null> &
  Record<Flags, unknown>;

type ObservationColumns = Omit<
  StoredObservation,
  | 'package_version'
  | 'fixable'
  | 'suppressed'
  | 'stale'
  | 'first_seen_at'
  | 'last_seen_at'
  | 'withdrawn_at'
> & {
  package_version: string | null;
  fixable: unknown;
  suppressed: unknown;
  stale: unknown;
  first_seen_at: DbTime;
  last_seen_at: DbTime;
  withdrawn_at: DbTime | null;
  source: string | null;
  scope_tool: string | null;
  live: unknown;
};

type VerdictColumns = Omit<StoredVerdict, 'changed_at'> & {
  changed_at: DbTime;
};

async function withEvidence(
  knex: Knex,
  rows: FindingColumns[],
): Promise<WholeFindings> {
  const findings = rows.map(findingOf);
  const ids = () =>
    textSet(
      knex,
      rows.map(({ id }) => id),
    );
  const observations: ObservationColumns[] = await knex('observations as o')
    .leftJoin('scopes as s', 's.id', 'o.scope_id')
    .whereIn('o.finding_id', ids())
    .orderBy(['o.finding_id', 'o.scope_id'])
    .select('o.*', 's.source', 's.tool_name as scope_tool', 's.live');
  const verdicts: VerdictColumns[] = await knex('verdicts')
    .whereIn('finding_id', ids())
    .orderBy(['finding_id', 'source'])
    .select('*');
  return {
    findings: new Map(findings.map(finding => [finding.id, finding])),
    evidence: byFinding(
      observations.map(evidenceOf),
      ({ row }) => row.finding_id,
    ),
    verdicts: byFinding(
      verdicts.map(row => ({ ...row, changed_at: isoTime(row.changed_at) })),
      ({ finding_id }) => finding_id,
    ),
  };
}

function byFinding<T>(
  items: T[],
  findingOfItem: (item: T) => string,
): Map<string, T[]> {
  const grouped = new Map<string, T[]>();
  for (const item of items) {
    const id = findingOfItem(item);
    const known = grouped.get(id);
    if (known) known.push(item);
    else grouped.set(id, [item]);
  }
  return grouped;
}

function findingOf(row: FindingColumns): StoredFinding {
  return {
    ...row,
    suppressed_by: present(row.suppressed_by),
    exception_id: present(row.exception_id),
    triage: present(row.triage),
    vex: present(row.vex),
    package_name: present(row.package_name),
    due_rule: present(row.due_rule),
    automatable: optionalFlag(row.automatable),
    total_impact: optionalFlag(row.total_impact),
    fixable: isTrue(row.fixable),
    built: isTrue(row.built),
    running: isTrue(row.running),
    first_seen_at: isoTime(row.first_seen_at),
    opened_at: optionalIsoTime(row.opened_at),
    reopened_at: optionalIsoTime(row.reopened_at),
    fixed_at: optionalIsoTime(row.fixed_at),
    due_at: optionalIsoTime(row.due_at),
  };
}

function optionalFlag(value: unknown): boolean | undefined {
  return value === null ? undefined : isTrue(value);
}

function evidenceOf({
  source,
  scope_tool: toolName,
  live,
  ...row
}: ObservationColumns): Evidence {
  return {
    source: source ?? '',
    toolName: toolName ?? '',
    live: isTrue(live),
    row: {
      ...row,
      package_version: present(row.package_version),
      fixable: isTrue(row.fixable),
      suppressed: isTrue(row.suppressed),
      stale: isTrue(row.stale),
      first_seen_at: isoTime(row.first_seen_at),
      last_seen_at: isoTime(row.last_seen_at),
      withdrawn_at: optionalIsoTime(row.withdrawn_at),
    },
  };
}
