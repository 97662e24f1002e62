import type { Knex } from 'knex';
import { vexStatusOf } from '../../model/vexStatus';
import { vulnerabilityId } from '../../model/vulnerabilityId';
import { textSet, updateRows } from '../bulk';
import { findVexCandidates } from '../readModels/findVexCandidates';
import { findVexStatements } from '../readModels/findVexStatements';

/** Either findings that were just seen, or vulnerabilities that were just spoken of. */
export type VexTarget =
  | { findingIds: Iterable<string> }
  | { vulnerabilities: Iterable<string> };

/**
 * Writes to findings what VEX documents say of them. A document has the same
 * effect whether it comes before or after the scan. Call `deriveFindings` for the
 * findings returned.
 *
 * @returns the findings of which something else is said than before
 */
export async function applyVex(tx: Knex, target: VexTarget): Promise<string[]> {
  const findings = findingsOf(tx, target);
  const statements = await findVexStatements(
    tx,
    findings().select('problem').distinct(),
  );
  // Mostly nobody said anything of anything.
  const spokenOf = findings().where(any =>
    any
      .whereNotNull('vex')
      .orWhereIn('problem', textSet(tx, statements.keys())),
  );
  const candidates = await findVexCandidates(tx, spokenOf.select('id'));
  const changes = candidates.flatMap(candidate => {
    const vex = vexStatusOf(
      candidate,
      candidate.sightings,
      statements.get(candidate.problem) ?? [],
    );
    return vex === candidate.vex ? [] : { id: candidate.id, vex };
  });
  await updateRows(tx, 'findings', changes, { key: ['id'], set: ['vex'] });
  return changes.map(({ id }) => id);
}

/** A query of the target's findings, anew with each call. */
function findingsOf(tx: Knex, target: VexTarget): () => Knex.QueryBuilder {
  const findings = () => tx('findings').where('kind', 'vulnerability');
  if ('findingIds' in target) {
    const ids = [...target.findingIds];
    return () => findings().whereIn('id', textSet(tx, ids));
  }
  const names = [...target.vulnerabilities].map(vulnerabilityId);
  return () =>
    findings().whereIn(
      'problem',
      textSet(tx, names).union([
        tx('vulnerability_groups')
          .whereIn('vulnerability_id', textSet(tx, names))
          .select('canonical_id'),
      ]),
    );
}
