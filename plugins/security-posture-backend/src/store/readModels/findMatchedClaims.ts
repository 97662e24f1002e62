import type { SubjectKind } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { textSet } from '../bulk';

/** Whether any subject of a kind is stored. */
export async function findStoredKinds(knex: Knex): Promise<Set<SubjectKind>> {
  const rows: { kind: SubjectKind }[] = await knex('subjects').distinct('kind');
  return new Set(rows.map(({ kind }) => kind));
}

/** How subjects of a kind are written to be compared; in small letters. */
const written: Partial<Record<SubjectKind, string>> = {
  workload:
    "lower(coalesce(s.cluster, '') || '/' || coalesce(s.namespace, '') || '/' || coalesce(s.workload_kind, '') || '/' || s.name)",
};

/**
 * Those of some patterns that any subject of a kind is like.
 *
 * @param patterns - for LIKE, in small letters, with `\` before what is meant literally
 */
export async function findMatchedPatterns(
  knex: Knex,
  kind: SubjectKind,
  patterns: string[],
): Promise<Set<string>> {
  if (patterns.length === 0) return new Set();
  const subject = written[kind] ?? 'lower(s.name)';
  const rows: { value: string }[] = await knex
    .from(textSet(knex, patterns).as('p'))
    .whereExists(
      knex('subjects as s')
        .where('s.kind', kind)
        .whereRaw(`${subject} like p.value escape '\\'`)
        .select(knex.raw('1')),
    )
    .select('p.value');
  return new Set(rows.map(({ value }) => value));
}
