import type { ReportChanges } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { textSet, upsertRows } from '../bulk';
import type { Row } from '../tables';

export interface Reconciliation {
  reportId: string;
  /** When the tool made the report. */
  at: string;
  findings: Row<'findings'>[];
  observations: Row<'observations'>[];
  /** Scopes in which what this report does not show is gone. */
  completeScopeIds: string[];
}

type State = 'open' | 'suppressed' | 'fixed';

/**
 * Brings findings in line with one report, in a number of statements that does
 * not depend on its size: writes what it shows, withdraws what its complete
 * scopes no longer show, and derives each finding's state from the observations
 * that remain. A finding is fixed when no observation of it is left.
 */
export async function reconcileFindings(
  knex: Knex,
  report: Reconciliation,
): Promise<ReportChanges> {
  const { reportId, at, findings, observations, completeScopeIds } = report;
  const shown = new Set(findings.flatMap(({ id }) => id ?? []));
  const absent = () =>
    knex('observations')
      .whereIn('scope_id', textSet(knex, completeScopeIds))
      .whereNull('withdrawn_at');
  const withdrawn: string[] = (
    await absent().distinct('finding_id').select('finding_id')
  ).map(row => row.finding_id);
  const affected = new Set([...shown, ...withdrawn]);
  const before = await statesOf(knex, affected);

  await upsertRows(knex, 'findings', findings, {
    key: ['id'],
    merge: {
      title: 'excluded.title',
      fixable: 'excluded.fixable',
      details: 'excluded.details',
      search_text: 'excluded.search_text',
      package_name: 'excluded.package_name',
      first_seen_at: earlier('findings'),
      last_seen_at: later('findings'),
    },
  });
  await upsertRows(knex, 'observations', observations, {
    key: ['finding_id', 'scope_id', 'digest'],
    merge: {
      tool_name: 'excluded.tool_name',
      report_id: 'excluded.report_id',
      severity_rank: 'excluded.severity_rank',
      package_version: 'excluded.package_version',
      suppressed: 'excluded.suppressed',
      first_seen_at: earlier('observations'),
      last_seen_at: later('observations'),
      withdrawn_at: 'excluded.withdrawn_at',
    },
  });
  if (withdrawn.length > 0) {
    await absent().whereNot('report_id', reportId).update({ withdrawn_at: at });
  }
  await deriveStates(knex, affected, at);
  return countChanges(before, await statesOf(knex, affected), shown);
}

// Events may arrive out of order; what was seen does not become younger by it.
function earlier(table: string): string {
  return `case when excluded.first_seen_at < ${table}.first_seen_at then excluded.first_seen_at else ${table}.first_seen_at end`;
}

function later(table: string): string {
  return `case when excluded.last_seen_at > ${table}.last_seen_at then excluded.last_seen_at else ${table}.last_seen_at end`;
}

async function statesOf(
  knex: Knex,
  ids: Set<string>,
): Promise<Map<string, State>> {
  const rows: { id: string; state: State }[] = await knex('findings')
    .whereIn('id', textSet(knex, ids))
    .select('id', 'state');
  return new Map(rows.map(({ id, state }) => [id, state]));
}

async function deriveStates(
  knex: Knex,
  ids: Set<string>,
  at: string,
): Promise<void> {
  const seen =
    'select 1 from observations o where o.finding_id = findings.id and o.withdrawn_at is null';
  const derived = `case when exists (${seen} and not o.suppressed) then 'open' when exists (${seen}) then 'suppressed' else 'fixed' end`;
  await knex('findings')
    .whereIn('id', textSet(knex, ids))
    .update({
      reopen_count: knex.raw(
        `case when state = 'fixed' and exists (${seen}) then reopen_count + 1 else reopen_count end`,
      ),
      fixed_at: knex.raw(
        `case when exists (${seen}) then null when state = 'fixed' then fixed_at else ? end`,
        [at],
      ),
      severity_rank: knex.raw(
        'coalesce((select max(o.severity_rank) from observations o where o.finding_id = findings.id and o.withdrawn_at is null), severity_rank)',
      ),
      state: knex.raw(derived),
    });
}

function countChanges(
  before: Map<string, State>,
  after: Map<string, State>,
  shown: Set<string>,
): ReportChanges {
  const changes: ReportChanges = {
    new: 0,
    reopened: 0,
    unchanged: 0,
    fixed: 0,
    suppressed: 0,
  };
  for (const [id, state] of after) {
    const was = before.get(id);
    if (state === 'fixed') {
      if (was !== 'fixed') changes.fixed += 1;
    } else if (shown.has(id)) {
      if (state === 'suppressed') changes.suppressed += 1;
      else if (was === undefined) changes.new += 1;
      else if (was === 'fixed') changes.reopened += 1;
      else changes.unchanged += 1;
    }
  }
  return changes;
}
