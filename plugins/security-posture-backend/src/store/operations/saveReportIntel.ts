import type { Knex } from 'knex';
import type { ReportIntel } from '../../model/reportIntel';
import { upsertRows } from '../bulk';
import {
  findReportIntelNews,
  type ReportIntelNews,
} from '../readModels/findReportIntelNews';
import { deriveKnownExploits } from './deriveKnownExploits';
import { lockIntel } from './lockIntel';

const isNewer = `excluded.epss_at is not null and
  (vulnerability_intel.epss_at is null or excluded.epss_at > vulnerability_intel.epss_at)`;

/**
 * Keeps what reports say of CVEs, where it is news: a newer chance of
 * exploitation, a CVE that is known to be exploited. Reports never take
 * anything away, and never replace what a feed said on the same day or later.
 *
 * @returns what was news
 */
export async function saveReportIntel(
  tx: Knex,
  intel: ReportIntel[],
): Promise<ReportIntelNews> {
  const expected = await findReportIntelNews(tx, intel);
  if (expected.rows.length === 0) return expected;
  await lockIntel(tx);
  // Another writer may have been faster.
  const news = await findReportIntelNews(tx, intel);
  const { rows, exploited } = news;
  await upsertRows(
    tx,
    'vulnerability_intel',
    rows.map(row => ({
      cve: row.cve,
      known_exploited: row.knownExploited === false ? false : undefined,
      ransomware: false,
      kev_added_at: undefined,
      kev_due_at: undefined,
      kev_source: undefined,
      epss: row.epss?.score,
      epss_percentile: row.epss?.percentile,
      epss_at: row.epss?.at,
      epss_source: row.epss && row.source,
    })),
    {
      key: ['cve'],
      merge: {
        known_exploited:
          'coalesce(vulnerability_intel.known_exploited, excluded.known_exploited)',
        ...Object.fromEntries(
          ['epss', 'epss_percentile', 'epss_at', 'epss_source'].map(column => [
            column,
            `case when ${isNewer} then excluded.${column} else vulnerability_intel.${column} end`,
          ]),
        ),
      },
    },
  );
  if (exploited.length === 0) return news;
  await upsertRows(
    tx,
    'known_exploits',
    rows
      .filter(({ knownExploited }) => knownExploited)
      .map(row => ({
        source: row.source,
        cve: row.cve,
        added_at: row.kev?.addedAt,
        due_at: row.kev?.dueAt,
        ransomware: row.kev?.ransomware ?? false,
      })),
    { key: ['source', 'cve'] },
  );
  await deriveKnownExploits(tx);
  return news;
}
