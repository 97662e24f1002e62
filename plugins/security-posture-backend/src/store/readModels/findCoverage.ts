import type { ExceptionScope } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import type { ExceptionMatch } from '../../model/exceptionCoverage';
import { textSet } from '../bulk';
import { asCount, optionalIsoTime, present, type DbTime } from '../rows';

interface Columns {
  finding_id: string;
  exception_id: string;
  scope_kind: ExceptionScope;
  expires_at: DbTime | null;
  entity_ref: string | null;
  components: unknown;
}

/**
 * The approved exceptions that speak of findings, in two statements. One that
 * lasts until there is a fix does not speak of findings that have one.
 *
 * @param findingIds - all findings if absent
 */
export async function findCoverage(
  knex: Knex,
  findingIds?: string[],
): Promise<ExceptionMatch[]> {
  const matching = () => {
    const query = knex
      .with('active', activeExceptions(knex))
      .from('active as a')
      .whereRaw("not (a.until = 'fix' and f.fixable)")
      .select({
        finding_id: 'f.id',
        exception_id: 'a.id',
        scope_kind: 'a.scope_kind',
        expires_at: 'a.expires_at',
      });
    return findingIds
      ? query.whereIn('f.id', textSet(knex, findingIds))
      : query;
  };
  const one: Columns[] = await matching()
    .join('findings as f', 'f.id', 'a.finding_id')
    .where('a.scope_kind', 'finding')
    .select({ entity_ref: knex.raw('null'), components: knex.raw('0') });
  const many: Columns[] = await matching()
    .join('findings as f', 'f.problem', 'a.problem')
    .join('subjects as s', 's.id', 'f.subject_id')
    .leftJoin('subject_components as c', join =>
      join
        .on('c.subject_id', 'f.subject_id')
        .onIn('a.scope_kind', ['component', 'system']),
    )
    .leftJoin('components as k', 'k.entity_ref', 'c.entity_ref')
    .where(any =>
      any
        .where('a.scope_kind', 'everywhere')
        .orWhereRaw(
          "(a.scope_kind = 'image' and s.kind = 'image' and s.name = a.scope_ref)",
        )
        .orWhereRaw(
          "(a.scope_kind = 'component' and c.entity_ref = a.scope_ref)",
        )
        .orWhereRaw("(a.scope_kind = 'system' and k.system_ref = a.scope_ref)"),
    )
    .select({
      entity_ref: 'c.entity_ref',
      components: knex('subject_components as all')
        .whereRaw('?? = ??', ['all.subject_id', 'f.subject_id'])
        .count(),
    });
  return [...one, ...many].map(row => ({
    findingId: row.finding_id,
    exceptionId: row.exception_id,
    scope: row.scope_kind,
    expiresAt: optionalIsoTime(row.expires_at),
    entityRef: present(row.entity_ref),
    components: asCount(row.components),
  }));
}

/** Approved exceptions from findings, with the names that things have today. */
function activeExceptions(knex: Knex): Knex.QueryBuilder {
  return knex('exceptions as e')
    .leftJoin('vulnerability_groups as g', 'g.vulnerability_id', 'e.problem')
    .leftJoin('finding_redirects as r', 'r.old_id', 'e.finding_id')
    .where('e.status', 'approved')
    .whereNull('e.check_id')
    .select('e.id', 'e.scope_kind', 'e.scope_ref', 'e.until', 'e.expires_at', {
      problem: knex.raw('coalesce(g.canonical_id, e.problem)'),
      finding_id: knex.raw('coalesce(r.finding_id, e.finding_id)'),
    });
}
