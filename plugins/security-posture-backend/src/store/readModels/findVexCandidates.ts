import type { Knex } from 'knex';
import type { VexCandidate, VexSighting } from '../../model/vexMatch';
import { isVexStatus, type VexStatus } from '../../model/vexStatus';

/** A finding with where it is seen and what VEX says of it so far. */
export interface StoredVexCandidate extends VexCandidate {
  id: string;
  problem: string;
  vex?: VexStatus;
  sightings: VexSighting[];
}

/**
 * Vulnerabilities with the live artifacts and package versions in which they are
 * seen, as far as products of VEX statements can name them.
 *
 * @param findingIds - a subquery of ids
 */
export async function findVexCandidates(
  knex: Knex,
  findingIds: Knex.QueryBuilder,
): Promise<StoredVexCandidate[]> {
  const rows: {
    id: string;
    problem: string;
    locus: string;
    vex: string | null;
    kind: string;
    name: string;
    digest: string | null;
    tag: string | null;
    package_version: string | null;
  }[] = await knex('findings as f')
    .join('subjects as s', 's.id', 'f.subject_id')
    .leftJoin('observations as o', join =>
      join.on('o.finding_id', 'f.id').onNull('o.withdrawn_at'),
    )
    .leftJoin('scopes as p', join =>
      join.on('p.id', 'o.scope_id').onVal('p.live', true),
    )
    .leftJoin('artifacts as a', join =>
      join.on('a.subject_id', 'p.subject_id').andOn('a.digest', 'p.digest'),
    )
    .where('f.kind', 'vulnerability')
    .whereIn('f.id', findingIds)
    .select(
      'f.id',
      'f.problem',
      'f.locus',
      'f.vex',
      's.kind',
      's.name',
      'p.digest',
      'a.tag',
      'o.package_version',
    );
  const candidates = new Map<string, StoredVexCandidate>();
  for (const row of rows) {
    const candidate = candidates.get(row.id) ?? {
      id: row.id,
      problem: row.problem,
      vex: row.vex && isVexStatus(row.vex) ? row.vex : undefined,
      subject: { kind: row.kind, name: row.name },
      packageKey: row.locus,
      sightings: [],
    };
    candidates.set(row.id, candidate);
    // No digest at all: the scope is not live.
    if (row.digest === null) continue;
    candidate.sightings.push({
      digest: row.digest || undefined,
      tag: row.tag ?? undefined,
      packageVersion: row.package_version ?? undefined,
    });
  }
  return [...candidates.values()];
}
