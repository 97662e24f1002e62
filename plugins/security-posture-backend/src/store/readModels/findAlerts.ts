import type {
  Alert,
  AlertsPage,
  AlertsQuery,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { rankOfSeverity, severityOfRank } from '../../model/severityRank';
import { isoTime, present, type DbTime } from '../rows';
import { findPage } from './page';
import {
  ofComponent,
  selectSubject,
  subjectOf,
  whereWords,
  type SubjectColumns,
} from './subjectColumns';

interface AlertColumns extends SubjectColumns {
  id: string;
  rule: string;
  source: string;
  severity_rank: number;
  state: Alert['state'];
  message: string;
  container: string | null;
  image: string | null;
  tags: string;
  occurrences: string;
  count: number;
  first_seen_at: DbTime;
  last_seen_at: DbTime;
}

const orderColumns: Record<AlertsQuery['orderBy']['field'], string> = {
  severity: 't.severity_rank',
  rule: 'a.rule',
  lastSeenAt: 'a.last_seen_at',
};

/** A page of the runtime alerts of a component. Without `state`, the open ones. */
export async function findAlerts(
  knex: Knex,
  entityRef: string,
  query: AlertsQuery,
): Promise<AlertsPage> {
  const filtered = ofComponent(knex, 'findings', entityRef)
    .join('alerts as a', 'a.id', 't.id')
    .whereIn('t.state', query.state ?? ['open']);
  if (query.severity) {
    filtered.whereIn('t.severity_rank', query.severity.map(rankOfSeverity));
  }
  if (query.q) whereWords(filtered, 't.search_text', query.q);
  const page = await findPage<AlertColumns>(
    knex,
    filtered,
    select => selectSubject(select.select('a.*', 't.severity_rank', 't.state')),
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
      rule: row.rule,
      source: row.source,
      severity: severityOfRank(row.severity_rank),
      state: row.state,
      message: row.message,
      subject: subjectOf(row),
      container: present(row.container),
      image: present(row.image),
      tags: JSON.parse(row.tags),
      count: row.count,
      firstSeenAt: isoTime(row.first_seen_at),
      lastSeenAt: isoTime(row.last_seen_at),
      occurrences: JSON.parse(row.occurrences),
    })),
    nextCursor: page.nextCursor,
    totalItems: page.totalItems,
  };
}
