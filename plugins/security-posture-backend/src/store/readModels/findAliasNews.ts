import type { Knex } from 'knex';
import type { AliasStatement } from '../../model/aliasStatements';
import { textSet } from '../bulk';
import { isoTime, type DbTime } from '../rows';

export interface DatedAliasStatement extends AliasStatement {
  /** When the asserter said so, ISO 8601. */
  at: string;
}

/** A statement that is to be stored, beside what its asserter said before. */
export interface AliasNews extends DatedAliasStatement {
  earlier: string[];
}

/**
 * A repetition is stored anew only after this time, so that most reports write
 * nothing; an older statement that comes late can be taken for a newer one by
 * as much.
 */
const REPEATED_AFTER_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Those statements that tell something new: the newest one of an asserter about
 * an id replaces the earlier one, an older one changes nothing. Where several
 * are given about the same id, the newest counts.
 */
export async function findAliasNews(
  knex: Knex,
  statements: DatedAliasStatement[],
): Promise<AliasNews[]> {
  const newest = newestOf(statements);
  if (newest.size === 0) return [];
  const asked = [...newest.values()];
  const rows: {
    asserter: string;
    from_id: string;
    to_id: string;
    asserted_at: DbTime;
  }[] = await knex('vulnerability_assertions')
    .whereIn('from_id', textSet(knex, new Set(asked.map(({ from }) => from))))
    .whereIn(
      'asserter',
      textSet(knex, new Set(asked.map(({ asserter }) => asserter))),
    )
    .select('asserter', 'from_id', 'to_id', 'asserted_at');
  const stored = new Map<string, { at: string; to: string[] }>();
  for (const { asserter, from_id, to_id, asserted_at } of rows) {
    const key = keyOf({ asserter, from: from_id });
    const known = stored.get(key) ?? { at: isoTime(asserted_at), to: [] };
    // An id that names itself stands for the statement that it has no other name.
    if (to_id !== from_id) known.to.push(to_id);
    stored.set(key, known);
  }
  return [...newest].flatMap(([key, statement]) => {
    const known = stored.get(key);
    return tellsMore(statement, known)
      ? { ...statement, earlier: known?.to ?? [] }
      : [];
  });
}

function newestOf(
  statements: DatedAliasStatement[],
): Map<string, DatedAliasStatement> {
  const newest = new Map<string, DatedAliasStatement>();
  for (const statement of statements) {
    const key = keyOf(statement);
    const known = newest.get(key);
    if (!known || known.at < statement.at) newest.set(key, statement);
    else if (known.at === statement.at) {
      const to = [...new Set([...known.to, ...statement.to])];
      newest.set(key, { ...known, to });
    }
  }
  return newest;
}

function tellsMore(
  { at, to }: DatedAliasStatement,
  known: { at: string; to: string[] } | undefined,
): boolean {
  if (!known) return to.length > 0;
  if (at < known.at) return false;
  const before = new Set(known.to);
  const same = before.size === to.length && to.every(id => before.has(id));
  return !same || Date.parse(at) - Date.parse(known.at) > REPEATED_AFTER_MS;
}

function keyOf({
  asserter,
  from,
}: Pick<AliasStatement, 'asserter' | 'from'>): string {
  return `${asserter} ${from}`;
}
