import type {
  Decision,
  DecisionsPage,
  DecisionsQuery,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { severityOfRank } from '../../model/severityRank';
import { isoTime, present, type DbTime } from '../rows';
import { findPage } from './page';
import {
  ofComponent,
  selectSubject,
  subjectOf,
  whereWords,
  type SubjectColumns,
} from './subjectColumns';

interface DecisionColumns extends SubjectColumns {
  id: string;
  action: Decision['action'];
  outcome: Decision['outcome'] | null;
  engine: string;
  policy: string;
  rule: string | null;
  severity_rank: number;
  category: string | null;
  message: string | null;
  actor: string | null;
  operation: string | null;
  count: number;
  first_seen_at: DbTime;
  last_seen_at: DbTime;
}

const orderColumns: Record<DecisionsQuery['orderBy']['field'], string> = {
  severity: 't.severity_rank',
  policy: 't.policy',
  lastSeenAt: 't.last_seen_at',
};

/** A page of the decisions about a component's workloads that still hold. */
export async function findDecisions(
  knex: Knex,
  entityRef: string,
  query: DecisionsQuery,
): Promise<DecisionsPage> {
  const filtered = ofComponent(knex, 'decisions', entityRef).whereNull(
    't.withdrawn_at',
  );
  if (query.action) filtered.whereIn('t.action', query.action);
  if (query.q) whereWords(filtered, 't.search_text', query.q);
  const page = await findPage<DecisionColumns>(
    knex,
    filtered,
    select => selectSubject(select.select('t.*')),
    {
      cursor: query.cursor,
      limit: query.limit,
      direction: query.orderBy.direction,
      column: orderColumns[query.orderBy.field],
      idColumn: 't.id',
    },
  );
  return {
    items: page.rows.map(row => ({
      id: row.id,
      action: row.action,
      outcome: present(row.outcome),
      engine: row.engine,
      policy: row.policy,
      rule: present(row.rule),
      severity: severityOfRank(row.severity_rank),
      category: present(row.category),
      message: present(row.message),
      subject: subjectOf(row),
      actor: present(row.actor),
      operation: present(row.operation),
      count: row.count,
      firstSeenAt: isoTime(row.first_seen_at),
      lastSeenAt: isoTime(row.last_seen_at),
    })),
    nextCursor: page.nextCursor,
    totalItems: page.totalItems,
  };
}
