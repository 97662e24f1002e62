import type { Knex } from 'knex';
import { textSet } from '../bulk';
import { isTrue, optionalIsoTime, present, type DbTime } from '../rows';

/** What is known of the exploitation of a CVE. */
export interface Intel {
  /** Undefined: neither a feed nor a report says. */
  knownExploited?: boolean;
  ransomware: boolean;
  /** When it was added to the catalogue of known exploited ones, ISO 8601. */
  kevAddedAt?: string;
  kevDueAt?: string;
  /** Chance of exploitation in 30 days, 0 to 1. */
  epss?: number;
  /** Share of all CVEs with a lower or equal chance, 0 to 1. */
  epssPercentile?: number;
  /** The day of the chance, ISO 8601. */
  epssAt?: string;
}

interface Columns {
  cve: string;
  known_exploited: unknown;
  ransomware: unknown;
  kev_added_at: DbTime | null;
  kev_due_at: DbTime | null;
  epss: number | null;
  epss_percentile: number | null;
  epss_at: DbTime | null;
}

/** What is known of the exploitation of these CVEs. Unknown ones are absent. */
export async function findIntel(
  knex: Knex,
  cves: Iterable<string>,
): Promise<Map<string, Intel>> {
  const rows: Columns[] = await knex('vulnerability_intel')
    .whereIn('cve', textSet(knex, cves))
    .select('*');
  return new Map(
    rows.map(row => [
      row.cve,
      {
        knownExploited:
          row.known_exploited === null
            ? undefined
            : isTrue(row.known_exploited),
        ransomware: isTrue(row.ransomware),
        kevAddedAt: optionalIsoTime(row.kev_added_at),
        kevDueAt: optionalIsoTime(row.kev_due_at),
        epss: present(row.epss),
        epssPercentile: present(row.epss_percentile),
        epssAt: optionalIsoTime(row.epss_at),
      },
    ]),
  );
}
