import type { Knex } from 'knex';
import type { FindingFacts } from '../../../model/facts';
import { textSet } from '../../bulk';
import { findVerdicts } from '../findVerdicts';
import { findAlertFacts } from './alertFacts';
import { selectFindingColumns, type FindingColumns } from './findingColumns';
import { grouped } from './grouped';
import type { ImageExtras } from './imageExtras';
import { findLiveSightings, nothingSeen } from './sightings';
import { standingOf, toFindingFacts } from './toFindingFacts';
import { readVerdictDetails } from './verdictDetails';

export interface ComponentFindings {
  findings: FindingFacts[];
  isTruncated: boolean;
}

type Columns = FindingColumns & { entity_ref: string; place: unknown };

/**
 * The open and stale findings of each component, the worst first, at most so
 * many. Where there are more, the worst of every kind stay, so that a thousand
 * vulnerabilities do not hide an alert.
 */
export async function findFindingFacts(
  knex: Knex,
  entityRefs: string[],
  { limit, extras }: { limit: number; extras: ImageExtras },
): Promise<Map<string, ComponentFindings>> {
  const rows = await findWorst(knex, entityRefs, limit + 1);
  const unique = new Map(rows.map(row => [row.id, row]));
  const seen = await findLiveSightings(knex, unique.keys());
  const verdicts = grouped(
    await findVerdicts(knex, unique.keys()),
    ({ findingId }) => findingId,
    ({ source, details }) => ({ source, details: readVerdictDetails(details) }),
  );
  const alerts = await findAlertFacts(
    knex,
    [...unique.values()].filter(isAlert).map(({ id }) => id),
  );
  const facts = new Map<string, FindingFacts>();
  for (const [id, row] of unique) {
    facts.set(id, {
      ...toFindingFacts({
        row,
        standing: standingOf(row),
        seen: seen.get(id) ?? nothingSeen(),
        verdicts: verdicts.get(id) ?? [],
        extras,
      }),
      alert: alerts.get(id),
    });
  }
  const byComponent = grouped(
    rows,
    row => row.entity_ref,
    row => row,
  );
  return new Map(
    [...byComponent].map(([entityRef, own]) => [
      entityRef,
      {
        findings: own
          .filter(({ place }) => Number(place) <= limit)
          .flatMap(({ id }) => facts.get(id) ?? []),
        isTruncated: own.length > limit,
      },
    ]),
  );
}

function isAlert({ kind }: FindingColumns): boolean {
  return kind === 'alert';
}

/** In SQL as `worstFirst` has it. */
const worst =
  'case when known_exploited then 0 else 1 end, severity_rank desc, coalesce(epss, 0) desc, id';

async function findWorst(
  knex: Knex,
  entityRefs: string[],
  limit: number,
): Promise<Columns[]> {
  const counting = selectFindingColumns(
    knex('subject_components as c')
      .join('findings as t', 't.subject_id', 'c.subject_id')
      .whereIn('c.entity_ref', textSet(knex, entityRefs))
      .whereIn('t.state', ['open', 'stale'])
      .select('c.entity_ref'),
  );
  const ofKind = knex(counting.as('f')).select(
    'f.*',
    knex.raw(
      `row_number() over (partition by entity_ref, kind order by ${worst}) as place_of_kind`,
    ),
  );
  const ofComponent = knex(ofKind.as('k')).select(
    'k.*',
    knex.raw(
      'row_number() over (partition by entity_ref order by place_of_kind, severity_rank desc, id) as place',
    ),
  );
  return knex(ofComponent.as('r'))
    .where('place', '<=', limit)
    .orderByRaw(`entity_ref, ${worst}`)
    .select('*');
}
