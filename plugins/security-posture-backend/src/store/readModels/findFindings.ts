import type {
  FindingsPage,
  FindingsQuery,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { rankOfSeverity } from '../../model/severityRank';
import {
  findParts,
  rolloutConditions,
  selectFinding,
  toFinding,
  type FindingColumns,
} from './findingColumns';
import { findPage } from './page';
import { ofComponent, whereWords } from './subjectColumns';

const lastSeen =
  '(select max(case when o2.withdrawn_at is null and s2.last_complete_at > o2.last_seen_at then s2.last_complete_at else o2.last_seen_at end) from observations o2 join scopes s2 on s2.id = o2.scope_id where o2.finding_id = t.id)';

const orderColumns: Record<FindingsQuery['orderBy']['field'], string> = {
  severity: 't.severity_rank',
  title: 't.title',
  package: 't.package_name',
  firstSeenAt: 't.first_seen_at',
  lastSeenAt: `coalesce(${lastSeen}, t.first_seen_at)`,
  dueAt: 't.due_at',
};

/** A page of the findings of a component. Without `state`, the open ones. */
export async function findFindings(
  knex: Knex,
  entityRef: string,
  query: FindingsQuery,
  now: Date,
): Promise<FindingsPage> {
  const filtered = ofComponent(knex, 'findings', entityRef)
    .leftJoin('vulnerability_intel as i', 'i.cve', 't.problem')
    .whereIn('t.state', query.state ?? ['open']);
  filter(filtered, query, now);
  const page = await findPage<FindingColumns>(
    knex,
    filtered,
    select => selectFinding(select, knex),
    {
      cursor: query.cursor,
      limit: query.limit,
      direction: query.orderBy.direction,
      column: orderColumns[query.orderBy.field],
      idColumn: 't.id',
    },
  );
  const parts = await findParts(
    knex,
    page.rows.map(({ id }) => id),
  );
  return {
    items: page.rows.map(row =>
      toFinding(row, parts.get(row.id) ?? { sightings: [], verdicts: [] }, now),
    ),
    nextCursor: page.nextCursor,
    totalItems: page.totalItems,
  };
}

function filter(
  filtered: Knex.QueryBuilder,
  query: FindingsQuery,
  now: Date,
): void {
  const { stage, kind, severity, fixable, knownExploited, breached } = query;
  if (stage) filtered.whereIn('t.stage', stage);
  if (kind) filtered.whereIn('t.kind', kind);
  if (severity) {
    filtered.whereIn('t.severity_rank', severity.map(rankOfSeverity));
  }
  if (fixable !== undefined) filtered.where('t.fixable', fixable);
  if (knownExploited === true) filtered.where('i.known_exploited', true);
  if (knownExploited === false) {
    filtered.where(not =>
      not.whereNull('i.known_exploited').orWhere('i.known_exploited', false),
    );
  }
  const due = now.toISOString();
  if (breached === true) filtered.where('t.due_at', '<', due);
  if (breached === false) {
    filtered.where(not =>
      not.whereNull('t.due_at').orWhere('t.due_at', '>=', due),
    );
  }
  const { rollout, q } = query;
  if (rollout) {
    filtered.whereRaw(
      `(${rollout.map(place => `(${rolloutConditions[place]})`).join(' or ')})`,
    );
  }
  if (q) whereWords(filtered, 't.search_text', q);
  // What has no package or no deadline has no place in an order by it.
  if (query.orderBy.field === 'package')
    filtered.whereNotNull('t.package_name');
  if (query.orderBy.field === 'dueAt') filtered.whereNotNull('t.due_at');
}
