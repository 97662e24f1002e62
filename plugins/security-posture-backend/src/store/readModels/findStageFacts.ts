import {
  noSeverityCounts,
  stages,
  type Stage,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { severityOfRank } from '../../model/severityRank';
import type { StoredState } from '../../model/findingState';
import type { StageFacts } from '../../model/stageFacts';
import { asCount, isoTime, type DbTime } from '../rows';

/**
 * What is known about each stage of a component, in three statements.
 *
 * @param decidedSince - events before this time do not count; what a report shows
 * holds until the next one
 */
export async function findStageFacts(
  knex: Knex,
  entityRef: string,
  decidedSince: string,
): Promise<Record<Stage, StageFacts>> {
  const facts = Object.fromEntries(
    stages.map(stage => [stage, noFacts(stage)]),
  ) as Record<Stage, StageFacts>;
  await addTools(knex, entityRef, facts);
  await addFindings(knex, entityRef, facts);
  await addDecisions(knex, entityRef, decidedSince, facts);
  return facts;
}

function noFacts(stage: Stage): StageFacts {
  return {
    stage,
    tools: [],
    open: noSeverityCounts(),
    fixable: 0,
    suppressed: 0,
    stale: 0,
    fixed: 0,
    decisions: { deny: 0, warn: 0, audit: 0, allow: 0 },
  };
}

type Facts = Record<Stage, StageFacts>;

async function addTools(knex: Knex, entityRef: string, facts: Facts) {
  const rows: {
    stage: Stage;
    source: string;
    tool_name: string;
    tool_version: string | null;
    last_report_at: DbTime;
    incomplete: unknown;
    skipped: unknown;
  }[] = await knex('subject_sources as s')
    .join('subject_components as c', 'c.subject_id', 's.subject_id')
    .where('c.entity_ref', entityRef)
    .groupBy('s.stage', 's.source', 's.tool_name')
    .select(
      's.stage',
      's.source',
      's.tool_name',
      knex.raw('max(s.tool_version) as tool_version'),
      knex.raw('max(s.last_report_at) as last_report_at'),
      knex.raw('sum(case when s.complete then 0 else 1 end) as incomplete'),
      knex.raw('max(s.skipped) as skipped'),
    );
  for (const row of rows) {
    facts[row.stage].tools.push({
      source: row.source,
      name: row.tool_name,
      version: row.tool_version ?? undefined,
      lastReportAt: isoTime(row.last_report_at),
      incomplete: asCount(row.incomplete),
      skipped: asCount(row.skipped),
    });
  }
}

async function addFindings(knex: Knex, entityRef: string, facts: Facts) {
  const rows: {
    stage: Stage;
    state: StoredState;
    severity_rank: number;
    total: unknown;
    fixable: unknown;
  }[] = await knex('subject_counts as f')
    .join('subject_components as c', 'c.subject_id', 'f.subject_id')
    .where('c.entity_ref', entityRef)
    .groupBy('f.stage', 'f.state', 'f.severity_rank')
    .select(
      'f.stage',
      'f.state',
      'f.severity_rank',
      knex.raw('sum(f.total) as total'),
      knex.raw('sum(f.fixable) as fixable'),
    );
  for (const row of rows) {
    const stage = facts[row.stage];
    const total = asCount(row.total);
    if (row.state === 'open') {
      stage.open[severityOfRank(row.severity_rank)] += total;
      stage.fixable += asCount(row.fixable);
    } else if (row.state !== 'absent') {
      stage[row.state] += total;
    }
  }
}

async function addDecisions(
  knex: Knex,
  entityRef: string,
  since: string,
  facts: Facts,
) {
  const rows: { action: keyof StageFacts['decisions']; total: unknown }[] =
    await knex('decisions as d')
      .join('subject_components as c', 'c.subject_id', 'd.subject_id')
      .where('c.entity_ref', entityRef)
      .where(holds =>
        holds.whereNotNull('d.scope_id').orWhere('d.last_seen_at', '>=', since),
      )
      .whereNull('d.withdrawn_at')
      .groupBy('d.action')
      .select('d.action', knex.raw('count(*) as total'));
  for (const { action, total } of rows) {
    facts.deploy.decisions[action] = asCount(total);
  }
}
