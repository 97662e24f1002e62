import type { Knex } from 'knex';
import { upsertRows } from '../bulk';
import { lockIntel } from './lockIntel';

/** Chances of exploitation as of one day. */
export interface EpssScores {
  /** Location of the feed. */
  source: string;
  /** The day of the scores, ISO 8601. */
  at: string;
  scores: { cve: string; epss: number; percentile?: number }[];
}

/** Older scores never replace newer ones; rows that say the same are not written. */
export async function saveEpss(
  tx: Knex,
  { source, at, scores }: EpssScores,
): Promise<void> {
  await lockIntel(tx);
  const rows = scores.map(({ cve, epss, percentile }) => ({
    cve,
    known_exploited: undefined,
    ransomware: false,
    kev_added_at: undefined,
    kev_due_at: undefined,
    kev_source: undefined,
    epss,
    epss_percentile: percentile,
    epss_at: at,
    epss_source: source,
  }));
  await upsertRows(tx, 'vulnerability_intel', rows, {
    key: ['cve'],
    merge: {
      epss: 'excluded.epss',
      epss_percentile: 'excluded.epss_percentile',
      epss_at: 'excluded.epss_at',
      epss_source: 'excluded.epss_source',
    },
    where: `vulnerability_intel.epss_at is null
      or excluded.epss_at > vulnerability_intel.epss_at
      or (excluded.epss_at = vulnerability_intel.epss_at
        and (excluded.epss is distinct from vulnerability_intel.epss
          or excluded.epss_percentile is distinct from vulnerability_intel.epss_percentile
          or excluded.epss_source is distinct from vulnerability_intel.epss_source))`,
  });
}
