import type {
  Finding,
  FindingsPage,
  FindingsQuery,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { rankOfSeverity, severityOfRank } from '../../model/severityRank';
import { textSet } from '../bulk';
import { isoTime, isTrue, optionalIsoTime, type DbTime } from '../rows';
import { findPage } from './page';
import {
  ofComponent,
  selectSubject,
  subjectOf,
  whereWords,
  type SubjectColumns,
} from './subjectColumns';

interface FindingColumns extends SubjectColumns {
  id: string;
  kind: Finding['kind'];
  stage: Finding['stage'];
  problem: string;
  title: string;
  severity_rank: number;
  state: Finding['state'];
  details: string;
  first_seen_at: DbTime;
  last_seen_at: DbTime;
  fixed_at: DbTime | null;
  reopen_count: number;
}

const orderColumns: Record<FindingsQuery['orderBy']['field'], string> = {
  severity: 't.severity_rank',
  title: 't.title',
  package: 't.package_name',
  firstSeenAt: 't.first_seen_at',
  lastSeenAt: 't.last_seen_at',
};

/** A page of the findings of a component. Without `state`, the open ones. */
export async function findFindings(
  knex: Knex,
  entityRef: string,
  query: FindingsQuery,
): Promise<FindingsPage> {
  const filtered = ofComponent(knex, 'findings', entityRef).whereIn(
    't.state',
    query.state ?? ['open'],
  );
  if (query.stage) filtered.whereIn('t.stage', query.stage);
  if (query.kind) filtered.whereIn('t.kind', query.kind);
  if (query.severity) {
    filtered.whereIn('t.severity_rank', query.severity.map(rankOfSeverity));
  }
  if (query.fixable !== undefined) filtered.where('t.fixable', query.fixable);
  if (query.q) whereWords(filtered, 't.search_text', query.q);
  // Findings without a package have no place in an order by package.
  if (query.orderBy.field === 'package')
    filtered.whereNotNull('t.package_name');

  const page = await findPage<FindingColumns>(
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
  const seenBy = await findTools(
    knex,
    page.rows.map(({ id }) => id),
  );
  return {
    items: page.rows.map(row => toFinding(row, seenBy.get(row.id) ?? [])),
    nextCursor: page.nextCursor,
    totalItems: page.totalItems,
  };
}

function toFinding(row: FindingColumns, tools: string[]): Finding {
  return {
    ...JSON.parse(row.details),
    id: row.id,
    kind: row.kind,
    stage: row.stage,
    problem: row.problem,
    title: row.title,
    severity: severityOfRank(row.severity_rank),
    state: row.state,
    subject: subjectOf(row),
    tools,
    firstSeenAt: isoTime(row.first_seen_at),
    lastSeenAt: isoTime(row.last_seen_at),
    fixedAt: optionalIsoTime(row.fixed_at),
    reopenCount: row.reopen_count,
  };
}

/** The tools that see a finding, or saw it last if none does any more. */
async function findTools(
  knex: Knex,
  ids: string[],
): Promise<Map<string, string[]>> {
  const rows: { finding_id: string; tool_name: string; gone: unknown }[] =
    await knex('observations')
      .whereIn('finding_id', textSet(knex, ids))
      .groupBy('finding_id', 'tool_name')
      .orderBy('tool_name')
      .select(
        'finding_id',
        'tool_name',
        knex.raw('count(*) = count(withdrawn_at) as gone'),
      );
  const seeing = rows.filter(({ gone }) => !isTrue(gone));
  const seen = new Map<string, string[]>();
  for (const row of [...seeing, ...rows]) {
    const tools = seen.get(row.finding_id) ?? [];
    const stillSeen = seeing.some(other => other.finding_id === row.finding_id);
    if (!tools.includes(row.tool_name) && !(stillSeen && isTrue(row.gone))) {
      seen.set(row.finding_id, [...tools, row.tool_name]);
    }
  }
  return seen;
}
