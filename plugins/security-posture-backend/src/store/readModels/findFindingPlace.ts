import type { Triage } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { isTrue } from '../rows';

/** A finding with what decides who may see and judge it. */
export interface FindingPlace {
  /** Today's id, where the one asked for was redirected. */
  id: string;
  problem: string;
  state: Triage['state'];
  fixable: boolean;
  subject: { kind: string; name: string };
  /** The components of its subject; none if it is unmapped. */
  entityRefs: string[];
}

/** A finding by its id, or by one that it had before. */
export async function findFindingPlace(
  knex: Knex,
  id: string,
): Promise<FindingPlace | undefined> {
  const rows: {
    id: string;
    problem: string;
    state: Triage['state'];
    fixable: unknown;
    kind: string;
    name: string;
    entity_ref: string | null;
  }[] = await knex('findings as f')
    .join('subjects as s', 's.id', 'f.subject_id')
    .leftJoin('subject_components as c', 'c.subject_id', 'f.subject_id')
    .whereIn(
      'f.id',
      knex('finding_redirects')
        .where('old_id', id)
        .select('finding_id')
        .union(knex.select(knex.raw('? as finding_id', [id]))),
    )
    .orderBy('c.entity_ref')
    .select(
      'f.id',
      'f.problem',
      'f.state',
      'f.fixable',
      's.kind',
      's.name',
      'c.entity_ref',
    );
  const [first] = rows;
  return (
    first && {
      id: first.id,
      problem: first.problem,
      state: first.state,
      fixable: isTrue(first.fixable),
      subject: { kind: first.kind, name: first.name },
      entityRefs: rows.flatMap(({ entity_ref }) => entity_ref ?? []),
    }
  );
}
