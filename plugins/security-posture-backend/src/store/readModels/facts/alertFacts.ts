import type { Knex } from 'knex';
import { z } from 'zod';
import type { FindingFacts } from '../../../model/facts';
import { textSet } from '../../bulk';
import { isoTime, present, type DbTime } from '../../rows';

type AlertFacts = NonNullable<FindingFacts['alert']>;

interface Columns {
  id: string;
  source: string;
  tags: string;
  occurrences: string;
  count: number;
  container: string | null;
  last_seen_at: DbTime;
}

const tagList = z.array(z.string()).catch([]);
const occurrenceList = z
  .array(z.object({ process: z.string().optional().catch(undefined) }))
  .catch([]);

/** What sensors saw, by the id of the finding that stands for it. */
export async function findAlertFacts(
  knex: Knex,
  findingIds: Iterable<string>,
): Promise<Map<string, AlertFacts>> {
  const rows: Columns[] = await knex('alerts')
    .whereIn('id', textSet(knex, findingIds))
    .select(
      'id',
      'source',
      'tags',
      'occurrences',
      'count',
      'container',
      'last_seen_at',
    );
  return new Map(
    rows.map(row => [
      row.id,
      {
        source: row.source,
        tags: tagList.parse(JSON.parse(row.tags)),
        count: row.count,
        lastSeenAt: isoTime(row.last_seen_at),
        container: present(row.container),
        processes: processesOf(row.occurrences),
      },
    ]),
  );
}

function processesOf(occurrences: string): string[] {
  const processes = occurrenceList
    .parse(JSON.parse(occurrences))
    .flatMap(({ process }) => process ?? []);
  return [...new Set(processes)].sort();
}
