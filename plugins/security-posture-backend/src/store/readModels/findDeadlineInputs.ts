import type { Knex } from 'knex';
import { isExposed, type Exposure } from '../../model/exposure';
import { textSet } from '../bulk';
import { isTrue, present } from '../rows';

/** What a deadline depends on beside the finding itself. */
export interface DeadlineInputs {
  /** Undefined: no feed or report that would know was read. */
  knownExploited(problem: string): boolean | undefined;
  /** Undefined: unknown. */
  exposed(subjectId: string): boolean | undefined;
}

/** What is known of the exploitation of these problems and of the exposure of these subjects. */
export async function findDeadlineInputs(
  knex: Knex,
  problems: Iterable<string>,
  subjectIds: Iterable<string>,
): Promise<DeadlineInputs> {
  const intel: { cve: string; known_exploited: unknown }[] = await knex(
    'vulnerability_intel',
  )
    .whereIn('cve', textSet(knex, problems))
    .select('cve', 'known_exploited');
  const exploited = new Map(
    intel.map(row => [
      row.cve,
      row.known_exploited === null ? undefined : isTrue(row.known_exploited),
    ]),
  );
  const feed = await knex('intel_feeds')
    .where('kind', 'kev')
    .whereNotNull('read_at')
    .first('kind');
  const subjects: { id: string; exposure: Exposure | null }[] = await knex(
    'subjects',
  )
    .whereIn('id', textSet(knex, subjectIds))
    .select('id', 'exposure');
  const exposure = new Map(
    subjects.map(row => [row.id, isExposed(present(row.exposure))]),
  );
  return {
    knownExploited: problem =>
      exploited.get(problem) ?? (feed === undefined ? undefined : false),
    exposed: subjectId => exposure.get(subjectId),
  };
}
