import type { DecisionAction } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import type { DecisionFacts } from '../../../model/facts';
import { severityOfRank } from '../../../model/severityRank';
import { textSet } from '../../bulk';
import { isoTime, present, type DbTime } from '../../rows';
import {
  selectSubject,
  subjectOf,
  type SubjectColumns,
} from '../subjectColumns';
import { grouped } from './grouped';

/** Enough for every policy of every workload of a component. */
const MAX_DECISIONS = 500;

interface Columns extends SubjectColumns {
  entity_ref: string;
  id: string;
  subject_id: string;
  engine: string;
  policy: string;
  rule: string | null;
  action: DecisionAction;
  severity_rank: number;
  message: string | null;
  count: number;
  first_seen_at: DbTime;
  last_seen_at: DbTime;
}

/**
 * The decisions about each component that still count, newest first: what a
 * report shows holds until the next one, an event since a time. Of too many,
 * those that allow something go first.
 */
export async function findDecisionFacts(
  knex: Knex,
  entityRefs: string[],
  since: string,
): Promise<Map<string, DecisionFacts[]>> {
  const ranked = knex('subject_components as c')
    .join('decisions as d', 'd.subject_id', 'c.subject_id')
    .whereIn('c.entity_ref', textSet(knex, entityRefs))
    .whereNull('d.withdrawn_at')
    .where(counts =>
      counts.whereNotNull('d.scope_id').orWhere('d.last_seen_at', '>=', since),
    )
    .select(
      'c.entity_ref',
      'd.id',
      knex.raw(
        "row_number() over (partition by c.entity_ref order by case when d.action = 'allow' then 1 else 0 end, d.last_seen_at desc, d.id) as place",
      ),
    );
  const rows: Columns[] = await selectSubject(
    knex(ranked.as('r'))
      .join('decisions as t', 't.id', 'r.id')
      .join('subjects as s', 's.id', 't.subject_id')
      .where('r.place', '<=', MAX_DECISIONS)
      .orderBy('t.last_seen_at', 'desc')
      .orderBy('t.id')
      .select('r.entity_ref', 't.*'),
  );
  return grouped(rows, row => row.entity_ref, decisionOf);
}

function decisionOf(row: Columns): DecisionFacts {
  return {
    id: row.id,
    subjectId: row.subject_id,
    subject: subjectOf(row),
    engine: row.engine,
    policy: row.policy,
    rule: present(row.rule),
    action: row.action,
    severity: severityOfRank(row.severity_rank),
    message: present(row.message),
    count: row.count,
    firstSeenAt: isoTime(row.first_seen_at),
    lastSeenAt: isoTime(row.last_seen_at),
  };
}
