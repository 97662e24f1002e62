import type { Knex } from 'knex';
import type { SourceFacts } from '../../../model/facts';
import { textSet } from '../../bulk';
import { isoTime, isTrue, type DbTime } from '../../rows';
import { grouped } from './grouped';

interface Columns {
  subject_id: string;
  stage: SourceFacts['stage'];
  source: string;
  tool_name: string;
  report_id: string;
  last_report_at: DbTime;
  complete: unknown;
  branch: string | null;
  commit_id: string | null;
  run_url: string | null;
}

/** Which tools spoke of these subjects, the one that spoke last first. */
export async function findSourceFacts(
  knex: Knex,
  subjectIds: string[],
): Promise<Map<string, SourceFacts[]>> {
  const rows: Columns[] = await knex('subject_sources as t')
    .leftJoin('reports as r', 'r.id', 't.report_id')
    .whereIn('t.subject_id', textSet(knex, subjectIds))
    .orderBy('t.last_report_at', 'desc')
    .orderBy(['t.subject_id', 't.stage', 't.source'])
    .select(
      't.subject_id',
      't.stage',
      't.source',
      't.tool_name',
      't.report_id',
      't.last_report_at',
      't.complete',
      'r.branch',
      'r.commit_id',
      'r.run_url',
    );
  return grouped(
    rows,
    row => row.subject_id,
    row => ({
      stage: row.stage,
      source: row.source,
      tool: row.tool_name,
      subjectId: row.subject_id,
      reportId: row.report_id,
      lastReportAt: isoTime(row.last_report_at),
      complete: isTrue(row.complete),
      fromPipeline: Boolean(row.branch ?? row.commit_id ?? row.run_url),
    }),
  );
}
