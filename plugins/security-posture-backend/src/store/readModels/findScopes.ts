import type { Knex } from 'knex';
import { textSet } from '../bulk';
import { isoTime, optionalIsoTime, type DbTime } from '../rows';

export interface KnownScope {
  lastReportAt: string;
  emptiedAt?: string;
}

/** What is stored of these scopes. */
export async function findScopes(
  knex: Knex,
  ids: Iterable<string>,
): Promise<Map<string, KnownScope>> {
  const rows: {
    id: string;
    last_report_at: DbTime;
    emptied_at: DbTime | null;
  }[] = await knex('scopes')
    .whereIn('id', textSet(knex, ids))
    .select('id', 'last_report_at', 'emptied_at');
  return new Map(
    rows.map(row => [
      row.id,
      {
        lastReportAt: isoTime(row.last_report_at),
        emptiedAt: optionalIsoTime(row.emptied_at),
      },
    ]),
  );
}
