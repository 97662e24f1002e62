import type { AlertOccurrence } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { textSet, upsertRows } from '../bulk';
import { isoTime, type DbTime } from '../rows';
import type { Row } from '../tables';

/** As many occurrences as StackRox keeps; older ones are only counted. */
const MAX_OCCURRENCES = 40;

export interface AlertGroup {
  row: Omit<
    Row<'alerts'>,
    'occurrences' | 'count' | 'first_seen_at' | 'last_seen_at'
  > & { id: string };
  occurrences: AlertOccurrence[];
}

interface KnownAlert {
  id: string;
  occurrences: string;
  count: number;
  first_seen_at: DbTime;
  last_seen_at: DbTime;
}

/** Folds events into alert groups: counts all, keeps the newest occurrences. */
export async function recordAlerts(
  knex: Knex,
  groups: AlertGroup[],
): Promise<void> {
  const known: KnownAlert[] = await knex('alerts')
    .whereIn(
      'id',
      textSet(
        knex,
        groups.map(({ row }) => row.id),
      ),
    )
    .select('id', 'occurrences', 'count', 'first_seen_at', 'last_seen_at');
  const knownById = new Map(known.map(alert => [alert.id, alert]));
  const rows = groups.map(group => fold(group, knownById.get(group.row.id)));
  await upsertRows(knex, 'alerts', rows, {
    key: ['id'],
    merge: {
      message: 'excluded.message',
      image: 'coalesce(excluded.image, alerts.image)',
      tags: 'excluded.tags',
      occurrences: 'excluded.occurrences',
      count: 'excluded.count',
      first_seen_at: 'excluded.first_seen_at',
      last_seen_at: 'excluded.last_seen_at',
    },
  });
}

function fold(
  { row, occurrences }: AlertGroup,
  known: KnownAlert | undefined,
): Row<'alerts'> {
  const earlier: AlertOccurrence[] = known ? JSON.parse(known.occurrences) : [];
  const seen = new Set(earlier.map(identity));
  const fresh = occurrences.filter(event => !seen.has(identity(event)));
  const newestFirst = [...fresh, ...earlier].sort((a, b) =>
    b.at.localeCompare(a.at),
  );
  const times = newestFirst.map(({ at }) => at);
  const first = known ? isoTime(known.first_seen_at) : times[times.length - 1];
  const last = known ? isoTime(known.last_seen_at) : times[0];
  return {
    ...row,
    message: newestFirst[0].message,
    occurrences: JSON.stringify(newestFirst.slice(0, MAX_OCCURRENCES)),
    count: (known?.count ?? 0) + fresh.length,
    first_seen_at:
      times[times.length - 1] < first ? times[times.length - 1] : first,
    last_seen_at: times[0] > last ? times[0] : last,
  };
}

// Senders deliver at least once: the same event may come in another batch.
function identity({ at, pod, node, message }: AlertOccurrence): string {
  return [at, pod, node, message].join('\u0000');
}
