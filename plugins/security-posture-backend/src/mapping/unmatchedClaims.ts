import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_IMAGES,
  ANNOTATION_REPOSITORIES,
  ANNOTATION_WORKLOADS,
  type SubjectKind,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import {
  findMatchedPatterns,
  findStoredKinds,
} from '../store/readModels/findMatchedClaims';
import { listOf } from './glob';

const annotationsOfKinds = [
  [ANNOTATION_IMAGES, 'image'],
  [ANNOTATION_REPOSITORIES, 'repository'],
  [ANNOTATION_WORKLOADS, 'workload'],
] as const satisfies readonly (readonly [string, SubjectKind])[];

/**
 * What an entity claims and nothing that was reported is like, as
 * `annotation=element`. Of a kind of which nothing was reported yet, nothing is
 * said: it would be all of it.
 */
export async function unmatchedClaims(
  knex: Knex,
  { metadata }: Entity,
): Promise<string[]> {
  const stored = await findStoredKinds(knex);
  const unmatched: string[] = [];
  for (const [annotation, kind] of annotationsOfKinds) {
    const elements = listOf(metadata.annotations?.[annotation]);
    if (elements.length === 0 || !stored.has(kind)) continue;
    const patterns = elements.map(element => patternOf(kind, element));
    const matched = await findMatchedPatterns(knex, kind, patterns);
    elements.forEach((element, index) => {
      if (!matched.has(patterns[index])) {
        unmatched.push(`${annotation}=${element}`);
      }
    });
  }
  return unmatched;
}

/** For LIKE. Of a workload every part is compared; those that are not named are any. */
function patternOf(kind: SubjectKind, element: string): string {
  const literal = element
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')
    .replace(/\*+/g, '%');
  if (kind === 'image') {
    return literal.replace(/^docker\.io\/(?!.*\/)/, 'docker.io/library/');
  }
  if (kind !== 'workload') return literal;
  const parts = literal.split('/');
  // Without a kind, the kind is the one that is left out; else the cluster.
  if (parts.length === 2) return ['%', parts[0], '%', parts[1]].join('/');
  return [
    ...Array.from({ length: 4 - parts.length }, () => '%'),
    ...parts,
  ].join('/');
}
