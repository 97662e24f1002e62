import type { Knex } from 'knex';
import type { FindingChange } from './deriveFindings';
import {
  deriveFinding,
  type DerivedFinding,
  type LiveEvidence,
  type StoredState,
} from '../../model/findingState';
import { textSet, updateRows, upsertRows } from '../bulk';
import type { Row } from '../tables';
import { adjustCounts } from './adjustCounts';
import { derivedColumns } from './deriveFindings';

type FindingRow = Row<'findings'> & { id: string; subject_id: string };

/** A finding that a report shows, with its live evidence in that report, if any. */
export interface ShownFinding {
  row: FindingRow;
  live: LiveEvidence | undefined;
}

/**
 * Writes findings that a report shows. Those that are new get their state from
 * the report alone; what is known already keeps its own, which `deriveFindings`
 * looks after.
 *
 * @returns the new findings, as changes, and the states of those that exist
 */
export async function saveFindings(
  tx: Knex,
  shown: ShownFinding[],
  at: string,
): Promise<{ added: FindingChange[]; existing: Map<string, StoredState> }> {
  const ids = shown.map(({ row }) => row.id);
  const stored: { id: string; state: StoredState }[] = await tx('findings')
    .whereIn('id', textSet(tx, ids))
    .select('id', 'state');
  const existing = new Map(stored.map(({ id, state }) => [id, state]));
  const added: { row: FindingRow; derived: DerivedFinding }[] = [];
  const rows = shown.map(({ row, live }) => {
    if (existing.has(row.id)) return row;
    const derived = {
      ...deriveFinding(undefined, live, {}, at),
      severityRank: row.severity_rank ?? 0,
      fixable: row.fixable ?? false,
    };
    added.push({ row, derived });
    return { ...row, ...derivedColumns(derived) };
  });
  await upsertRows(tx, 'findings', rows, {
    key: ['id'],
    merge: {
      title: 'excluded.title',
      search_text: 'excluded.search_text',
      package_name: 'excluded.package_name',
      automatable: 'coalesce(excluded.automatable, findings.automatable)',
      total_impact: 'coalesce(excluded.total_impact, findings.total_impact)',
      first_seen_at:
        'case when excluded.first_seen_at < findings.first_seen_at then excluded.first_seen_at else findings.first_seen_at end',
    },
    where:
      'excluded.search_text <> findings.search_text or excluded.title <> findings.title or excluded.first_seen_at < findings.first_seen_at or (excluded.automatable is not null and findings.automatable is null)',
  });
  await adjustCounts(
    tx,
    added.map(({ row, derived: { state, severityRank, fixable } }) => ({
      after: {
        subjectId: row.subject_id,
        stage: row.stage ?? '',
        state,
        severityRank,
        fixable,
      },
    })),
  );
  return {
    added: added.map(({ row, derived }) => ({
      id: row.id,
      subjectId: row.subject_id,
      before: undefined,
      after: derived.state,
    })),
    existing,
  };
}

/** Writes what sources say of findings; what they said already is not written again. */
export async function saveVerdicts(
  tx: Knex,
  verdicts: Row<'verdicts'>[],
): Promise<void> {
  await upsertRows(tx, 'verdicts', verdicts, {
    key: ['finding_id', 'source'],
    merge: {
      tool_name: 'excluded.tool_name',
      content_hash: 'excluded.content_hash',
      details: 'excluded.details',
      changed_at: 'excluded.changed_at',
    },
    where: 'excluded.content_hash <> verdicts.content_hash',
  });
}

/** Writes observations as they are given. */
export async function saveObservations(
  tx: Knex,
  observations: Row<'observations'>[],
): Promise<void> {
  await upsertRows(tx, 'observations', observations, {
    key: ['finding_id', 'scope_id'],
    merge: Object.fromEntries(
      [
        'reported_id',
        'severity_rank',
        'package_version',
        'fixable',
        'suppressed',
        'stale',
        'content_hash',
        'report_id',
        'first_seen_at',
        'last_seen_at',
        'withdrawn_at',
      ].map(column => [column, `excluded.${column}`]),
    ),
  });
}

/** When observations were made that are there already. */
export async function saveSights(
  tx: Knex,
  sights: Pick<
    Row<'observations'>,
    | 'finding_id'
    | 'scope_id'
    | 'first_seen_at'
    | 'last_seen_at'
    | 'withdrawn_at'
  >[],
): Promise<void> {
  await updateRows(tx, 'observations', sights, {
    key: ['finding_id', 'scope_id'],
    set: ['first_seen_at', 'last_seen_at', 'withdrawn_at'],
  });
}
