import type { Exception } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { exceptionOf, type ExceptionColumns } from './exceptionColumns';

/** One exception by its id. */
export async function findException(
  knex: Knex,
  id: string,
): Promise<Exception | undefined> {
  const row: ExceptionColumns | undefined = await knex('exceptions')
    .where({ id })
    .first();
  return row && exceptionOf(row);
}
