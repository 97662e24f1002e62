import type { Knex } from 'knex';
import { textSet } from '../../bulk';
import { digestOf } from './artifactColumns';
import type { Seen } from './toFindingFacts';

interface Columns {
  finding_id: string;
  digest: string;
  source: string;
  tool_name: string;
  package_version: string | null;
}

/** On what findings are seen today, and by which tools. No entry: nothing shows it. */
export async function findLiveSightings(
  knex: Knex,
  findingIds: Iterable<string>,
): Promise<Map<string, Seen>> {
  const rows: Columns[] = await knex('observations as o')
    .join('scopes as s', 's.id', 'o.scope_id')
    .whereIn('o.finding_id', textSet(knex, findingIds))
    .whereNull('o.withdrawn_at')
    .where('s.live', true)
    .select(
      'o.finding_id',
      's.digest',
      's.source',
      's.tool_name',
      'o.package_version',
    );
  const seen = new Map<string, GrowingSeen>();
  for (const row of rows) {
    const known = seen.get(row.finding_id) ?? nothingSeen();
    seen.set(row.finding_id, known);
    addSighting(known, row);
  }
  return seen;
}

/** Grows while rows are read. */
export interface GrowingSeen extends Seen {
  digests: Set<string>;
  tools: Set<string>;
  sources: Set<string>;
}

export function nothingSeen(): GrowingSeen {
  return { digests: new Set(), tools: new Set(), sources: new Set() };
}

export function addSighting(
  seen: GrowingSeen,
  row: Omit<Columns, 'finding_id'>,
): void {
  const digest = digestOf(row.digest);
  if (digest) seen.digests.add(digest);
  seen.tools.add(row.tool_name);
  seen.sources.add(row.source);
  seen.packageVersion ??= row.package_version ?? undefined;
}
