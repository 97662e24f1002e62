import type { FindingKind } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { deadlineOf, type DeadlineRules } from '../../model/deadline';
import { isExposed, type Exposure } from '../../model/exposure';
import { severityOfRank } from '../../model/severityRank';
import { isPostgres, textSet, updateRows } from '../bulk';
import {
  isoTime,
  isTrue,
  optionalIsoTime,
  present,
  type DbTime,
} from '../rows';

/** The findings whose deadlines are judged anew: these, or all of some subjects. */
type DeadlineTarget = Iterable<string> | { subjectIds: Iterable<string> };

interface Columns {
  id: string;
  kind: FindingKind;
  severity_rank: number;
  fixable: unknown;
  automatable: unknown;
  total_impact: unknown;
  first_seen_at: DbTime;
  opened_at: DbTime | null;
  due_at: DbTime | null;
  due_rule: string | null;
  exposure: Exposure | null;
  known_exploited: unknown;
  has_kev: unknown;
  fix_at: string | null;
}

/**
 * Sets the deadlines of findings by what is known now: reads it in one query,
 * writes what differs in one statement. Those of fixed findings stay, so that
 * whether they were met stays; call it for a finding that is reopened.
 *
 * @returns the ids of the findings whose deadline changed
 */
export async function applyDeadlines(
  tx: Knex,
  target: DeadlineTarget,
  rules: DeadlineRules,
): Promise<string[]> {
  const found: Columns[] = await select(tx, target, rules);
  const changed = found.flatMap(row => {
    const due = deadlineOf(
      {
        kind: row.kind,
        severity: severityOfRank(row.severity_rank),
        knownExploited: knownExploitedOf(row),
        exposed: isExposed(present(row.exposure)),
        automatable: optionalTruth(row.automatable),
        totalImpact: optionalTruth(row.total_impact),
        startedAt: startOf(row, rules),
      },
      rules,
    );
    return due.dueAt === optionalIsoTime(row.due_at) &&
      due.rule === row.due_rule
      ? []
      : [{ id: row.id, due_at: due.dueAt, due_rule: due.rule }];
  });
  await updateRows(tx, 'findings', changed, {
    key: ['id'],
    set: ['due_at', 'due_rule'],
  });
  return changed.map(({ id }) => id);
}

function select(
  tx: Knex,
  target: DeadlineTarget,
  { startAt }: DeadlineRules,
): Knex.QueryBuilder {
  const query = tx('findings as f')
    .join('subjects as s', 's.id', 'f.subject_id')
    .leftJoin('vulnerability_intel as i', 'i.cve', 'f.problem')
    .whereNot('f.state', 'fixed')
    .select(
      'f.id',
      'f.kind',
      'f.severity_rank',
      'f.fixable',
      'f.automatable',
      'f.total_impact',
      'f.first_seen_at',
      'f.opened_at',
      'f.due_at',
      'f.due_rule',
      's.exposure',
      'i.known_exploited',
      tx.raw(
        `exists (select 1 from intel_feeds where kind = 'kev' and read_at is not null) as has_kev`,
      ),
      startAt === 'fix-available' ? fixDate(tx) : tx.raw('null as fix_at'),
    );
  return 'subjectIds' in target
    ? query.whereIn('f.subject_id', textSet(tx, target.subjectIds))
    : query.whereIn('f.id', textSet(tx, target));
}

/** The earliest time at which a source says that a fix was published. */
function fixDate(tx: Knex): Knex.Raw {
  const date = isPostgres(tx)
    ? `v.details::json->>'fixAvailableAt'`
    : `json_extract(v.details, '$.fixAvailableAt')`;
  return tx.raw(
    `(select min(${date}) from verdicts v where v.finding_id = f.id) as fix_at`,
  );
}

/** Undefined: neither a feed nor a report that looked it up knows the CVE. */
function knownExploitedOf(row: Columns): boolean | undefined {
  return row.known_exploited === null && !isTrue(row.has_kev)
    ? undefined
    : isTrue(row.known_exploited);
}

function optionalTruth(value: unknown): boolean | undefined {
  return value === null ? undefined : isTrue(value);
}

/** A fix without a date counts as old as the finding; without a fix no clock runs. */
function startOf(row: Columns, { startAt }: DeadlineRules): string | undefined {
  const opened = isoTime(row.opened_at ?? row.first_seen_at);
  if (startAt === 'first-seen' || row.kind !== 'vulnerability') return opened;
  if (!isTrue(row.fixable)) return undefined;
  const published = row.fix_at === null ? Number.NaN : Date.parse(row.fix_at);
  return published > Date.parse(opened)
    ? new Date(published).toISOString()
    : opened;
}
