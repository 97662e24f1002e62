import type { Knex } from 'knex';
import type { ReportIntel } from '../../model/reportIntel';
import { textSet } from '../bulk';
import { isTrue, optionalIsoTime, type DbTime } from '../rows';

export interface ReportIntelNews {
  /** What is not known yet, each CVE once. */
  rows: ReportIntel[];
  /** CVEs that nobody knew to be exploited. */
  exploited: string[];
  /** CVEs that a tool looked up and found not to be, the first to do so. */
  ruledOut: string[];
}

const nothing: ReportIntelNews = { rows: [], exploited: [], ruledOut: [] };

interface Columns {
  cve: string;
  known_exploited: unknown;
  epss_at: DbTime | null;
}

/** What reports say of CVEs and is not known yet. One statement. */
export async function findReportIntelNews(
  knex: Knex,
  intel: ReportIntel[],
): Promise<ReportIntelNews> {
  if (intel.length === 0) return nothing;
  const found: Columns[] = await knex('vulnerability_intel')
    .whereIn(
      'cve',
      textSet(
        knex,
        intel.map(({ cve }) => cve),
      ),
    )
    .select('cve', 'known_exploited', 'epss_at');
  const known = new Map(found.map(row => [row.cve, row]));
  const rows = intel.filter(row => isNews(row, known.get(row.cve)));
  const said = (row: ReportIntel) =>
    known.get(row.cve)?.known_exploited ?? null;
  return {
    rows,
    exploited: rows
      .filter(row => row.knownExploited === true && !isTrue(said(row)))
      .map(({ cve }) => cve),
    ruledOut: rows
      .filter(row => row.knownExploited === false && said(row) === null)
      .map(({ cve }) => cve),
  };
}

function isNews(
  { epss, knownExploited }: ReportIntel,
  known: Columns | undefined,
): boolean {
  const scoredAt = known && optionalIsoTime(known.epss_at);
  const said = known?.known_exploited ?? undefined;
  return (
    (epss !== undefined && (scoredAt === undefined || epss.at > scoredAt)) ||
    (knownExploited === true && !isTrue(said)) ||
    (knownExploited === false && said === undefined)
  );
}
