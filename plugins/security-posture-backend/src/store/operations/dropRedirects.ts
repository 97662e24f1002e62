import type { Knex } from 'knex';
import { textSet } from '../bulk';

/**
 * An id that became part of another finding and is seen apart again is a finding
 * of its own: it leads nowhere else.
 *
 * @returns the findings that it led to: what was said of it is theirs no more
 */
export async function dropRedirects(
  tx: Knex,
  ids: string[],
): Promise<string[]> {
  const redirects = () =>
    tx('finding_redirects').whereIn('old_id', textSet(tx, ids));
  const rows: { finding_id: string }[] = await redirects().distinct(
    'finding_id',
  );
  if (rows.length > 0) await redirects().delete();
  return rows.map(({ finding_id }) => finding_id);
}
