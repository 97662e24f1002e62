import type { Knex } from 'knex';
import { productMatcher, type ProductMatcher } from '../../model/vexMatch';
import { isVexStatus, type VexStatement } from '../../model/vexStatus';
import { isoTime, type DbTime } from '../rows';

/**
 * The VEX statements about vulnerabilities, by canonical id, whichever of its
 * names they use.
 *
 * @param problems - a subquery of canonical ids
 */
export async function findVexStatements(
  knex: Knex,
  problems: Knex.QueryBuilder,
): Promise<Map<string, VexStatement[]>> {
  const rows: {
    problem: string;
    product: string;
    status: string;
    stated_at: DbTime;
  }[] = await knex('vex_statements as v')
    .leftJoin(
      'vulnerability_groups as g',
      'g.vulnerability_id',
      'v.vulnerability',
    )
    .whereIn(
      'v.vulnerability',
      problems
        .clone()
        .union([
          knex('vulnerability_groups')
            .whereIn('canonical_id', problems.clone())
            .select('vulnerability_id'),
        ]),
    )
    .select('v.product', 'v.status', 'v.stated_at', {
      problem: knex.raw('coalesce(g.canonical_id, v.vulnerability)'),
    });
  const matchers = new Map<string, ProductMatcher>();
  const statements = new Map<string, VexStatement[]>();
  for (const { problem, product, status, stated_at } of rows) {
    if (!isVexStatus(status)) continue;
    const isAbout = matchers.get(product) ?? productMatcher(product);
    matchers.set(product, isAbout);
    const statement = { isAbout, status, statedAt: isoTime(stated_at) };
    const known = statements.get(problem);
    if (known) known.push(statement);
    else statements.set(problem, [statement]);
  }
  return statements;
}
