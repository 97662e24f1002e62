import type { Knex } from 'knex';
import type { CanonicalChange } from '../../model/aliasGroups';
import { textSet, upsertRows } from '../bulk';
import {
  findAliasNews,
  type AliasNews,
  type DatedAliasStatement,
} from '../readModels/findAliasNews';
import { regroupAliases } from './regroupAliases';

/**
 * Stores what sources say about names of vulnerabilities, and brings the groups
 * that it touches in line. Runs under the lock for maintenance; findings are to
 * follow in the same transaction (moveFindings).
 */
export async function saveAliases(
  knex: Knex,
  statements: DatedAliasStatement[],
): Promise<CanonicalChange[]> {
  const news = await findAliasNews(knex, statements);
  if (news.length === 0) return [];
  await replaceAssertions(knex, news);

  return regroupAliases(
    knex,
    news.flatMap(({ from, to, earlier }) => [from, ...to, ...earlier]),
  );
}

async function replaceAssertions(knex: Knex, news: AliasNews[]): Promise<void> {
  await knex('vulnerability_assertions')
    .whereIn('from_id', textSet(knex, new Set(news.map(({ from }) => from))))
    .whereRaw("asserter || ' ' || from_id in ?", [
      textSet(
        knex,
        news.map(({ asserter, from }) => `${asserter} ${from}`),
      ),
    ])
    .delete();
  await upsertRows(
    knex,
    'vulnerability_assertions',
    news.flatMap(({ asserter, from, to, at }) =>
      (to.length > 0 ? to : [from]).map(id => ({
        asserter,
        from_id: from,
        to_id: id,
        asserted_at: at,
      })),
    ),
    { key: ['asserter', 'from_id', 'to_id'] },
  );
}
