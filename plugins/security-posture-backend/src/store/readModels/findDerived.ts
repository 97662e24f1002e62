import type { Stage } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import type {
  DerivedFinding,
  Judgement,
  StoredState,
} from '../../model/findingState';
import { isPostgres, textSet } from '../bulk';
import {
  isoTime,
  isTrue,
  optionalIsoTime,
  present,
  type DbTime,
} from '../rows';

/** The derived part of a stored finding, with what it was derived from. */
export interface StoredDerivation {
  id: string;
  subjectId: string;
  stage: Stage;
  derived: DerivedFinding;
  judgement: Judgement;
  firstSeenAt: string;
}

interface Columns {
  id: string;
  subject_id: string;
  stage: Stage;
  state: StoredState;
  suppressed_by: DerivedFinding['suppressedBy'] | null;
  severity_rank: number;
  fixable: unknown;
  built: unknown;
  running: unknown;
  first_seen_at: DbTime;
  opened_at: DbTime | null;
  reopened_at: DbTime | null;
  reopen_count: number;
  fixed_at: DbTime | null;
  exception_id: string | null;
  triage: string | null;
  vex: string | null;
}

/**
 * The derived parts of the findings with these ids, as stored.
 *
 * @param lock - keeps others from deriving them until the end of the transaction
 */
export async function findDerived(
  knex: Knex,
  findingIds: Iterable<string>,
  { lock = false } = {},
): Promise<Map<string, StoredDerivation>> {
  const query = knex('findings')
    .whereIn('id', textSet(knex, findingIds))
    .select(
      'id',
      'subject_id',
      'stage',
      'state',
      'suppressed_by',
      'severity_rank',
      'fixable',
      'built',
      'running',
      'first_seen_at',
      'opened_at',
      'reopened_at',
      'reopen_count',
      'fixed_at',
      'exception_id',
      'triage',
      'vex',
    );
  // In one order for all, so that two never wait for each other.
  const rows: Columns[] = await (lock && isPostgres(knex)
    ? query.orderBy('id').forUpdate()
    : query);
  return new Map(
    rows.map(row => [
      row.id,
      {
        id: row.id,
        subjectId: row.subject_id,
        stage: row.stage,
        firstSeenAt: isoTime(row.first_seen_at),
        derived: {
          state: row.state,
          suppressedBy: present(row.suppressed_by),
          severityRank: row.severity_rank,
          fixable: isTrue(row.fixable),
          built: isTrue(row.built),
          running: isTrue(row.running),
          openedAt: optionalIsoTime(row.opened_at),
          reopenedAt: optionalIsoTime(row.reopened_at),
          reopenCount: row.reopen_count,
          fixedAt: optionalIsoTime(row.fixed_at),
        },
        judgement: {
          exceptionId: present(row.exception_id),
          triage: present(row.triage),
          vex: present(row.vex),
        },
      },
    ]),
  );
}
