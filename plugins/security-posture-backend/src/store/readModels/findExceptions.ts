import type {
  ExceptionsPage,
  ExceptionsQuery,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { textSet } from '../bulk';
import { exceptionOf, type ExceptionColumns } from './exceptionColumns';
import { findPage } from './page';

const orderColumns: Record<ExceptionsQuery['orderBy']['field'], string> = {
  requestedAt: 'e.requested_at',
  status: 'e.status',
};

/**
 * A page of exceptions.
 *
 * @param concerning - only those that concern one of these components; all of
 * them if absent
 */
export async function findExceptions(
  knex: Knex,
  query: ExceptionsQuery,
  concerning?: Iterable<string>,
): Promise<ExceptionsPage> {
  const filtered: Knex.QueryBuilder = knex('exceptions as e');
  if (query.status) filtered.whereIn('e.status', query.status);
  if (concerning) whereConcerning(knex, filtered, [...concerning]);
  const page = await findPage<ExceptionColumns>(
    knex,
    filtered,
    select => select.select('e.*'),
    {
      cursor: query.cursor,
      limit: query.limit,
      direction: query.orderBy.direction,
      column: orderColumns[query.orderBy.field],
      idColumn: 'e.id',
    },
  );
  return {
    items: page.rows.map(exceptionOf),
    nextCursor: page.nextCursor,
    totalItems: page.totalItems,
  };
}

/** Whether an exception concerns one of these components. */
export async function concerns(
  knex: Knex,
  exceptionId: string,
  entityRefs: Iterable<string>,
): Promise<boolean> {
  const query = knex('exceptions as e').where('e.id', exceptionId);
  whereConcerning(knex, query, [...entityRefs]);
  return (await query.first('e.id')) !== undefined;
}

function whereConcerning(
  knex: Knex,
  query: Knex.QueryBuilder,
  entityRefs: string[],
): void {
  const components = () => textSet(knex, entityRefs);
  const scope = (kind: string, condition: Knex.QueryCallback) =>
    function ofScope(this: Knex.QueryBuilder) {
      this.where('e.scope_kind', kind).where(condition);
    };
  const subjects = knex('subject_components as c')
    .whereIn('c.entity_ref', components())
    .select('c.subject_id');
  query.where(any =>
    any
      .where('e.scope_kind', 'everywhere')
      .orWhere(
        scope('component', one => one.whereIn('e.scope_ref', components())),
      )
      .orWhere(
        scope('system', one =>
          one.whereIn(
            'e.scope_ref',
            knex('components')
              .whereIn('entity_ref', components())
              .whereNotNull('system_ref')
              .select('system_ref'),
          ),
        ),
      )
      .orWhere(
        scope('image', one =>
          one.whereIn(
            'e.scope_ref',
            knex('subjects')
              .where('kind', 'image')
              .whereIn('id', subjects.clone())
              .select('name'),
          ),
        ),
      )
      .orWhere(
        scope('finding', one =>
          one.whereExists(
            knex('findings as f')
              .whereRaw(
                'f.id = coalesce((select r.finding_id from finding_redirects r where r.old_id = e.finding_id), e.finding_id)',
              )
              .whereIn('f.subject_id', subjects.clone())
              .select(knex.raw('1')),
          ),
        ),
      ),
  );
}
