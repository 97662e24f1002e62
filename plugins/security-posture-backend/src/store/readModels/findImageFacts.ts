import type { Knex } from 'knex';
import type { ArtifactFacts, FindingFacts } from '../../model/facts';
import { completeArtifacts } from './facts/artifactFacts';
import {
  findingsOn,
  findSeenFindings,
  type ArtifactFindingsOptions,
} from './facts/artifactFindings';
import {
  chooseArtifact,
  findCandidates,
  subjectIdOf,
  type ArtifactQuery,
} from './facts/artifactQuery';
import type { OptionalPart } from './facts/imageExtras';
import { findMapping } from './findMapping';

export type { ArtifactQuery };

/** What is known of an artifact that was asked for. */
export interface ImageLookup {
  /** One that nobody reported has no scans. */
  artifact: ArtifactFacts;
  /** What is seen on it and counts, the worst first. */
  findings: FindingFacts[];
  /** Some report spoke of it, or some workload runs it. */
  isKnown: boolean;
  /** The components that its image line or repository belongs to. */
  entityRefs: string[];
}

/** What need not be asked, because nobody looks at it. */
export interface ImageFactsOptions extends ArtifactFindingsOptions {
  /** Default all. */
  parts?: ReadonlySet<OptionalPart>;
  /** Whether to tell the components that they belong to. Default true. */
  withMapping?: boolean;
}

/**
 * What is known of some artifacts, in the order asked, whether or not they are
 * the newest build or run. A digest that nobody reported is unknown, however
 * clean others of its line are.
 */
export async function findImageFacts(
  knex: Knex,
  queries: ArtifactQuery[],
  { parts, withMapping = true, ...findingOptions }: ImageFactsOptions = {},
): Promise<ImageLookup[]> {
  if (queries.length === 0) return [];
  // Both ask about lines, whatever artifact of them is meant.
  const [candidates, mapping] = await Promise.all([
    findCandidates(knex, queries),
    withMapping
      ? findMapping(knex, [...new Set(queries.map(subjectIdOf))])
      : new Map<string, string[]>(),
  ]);
  const chosen = queries.map(query =>
    chooseArtifact(
      query,
      candidates.filter(({ row }) => row.subject_id === subjectIdOf(query)),
    ),
  );
  const stored = [
    ...new Set(chosen.filter(artifact => artifact !== undefined)),
  ];
  const [{ facts, extras }, seen] = await Promise.all([
    completeArtifacts(knex, stored, parts),
    findSeenFindings(knex, stored, findingOptions),
  ]);
  const findings = stored.map(artifact => findingsOn(artifact, seen, extras));
  return queries.map((query, index) => {
    const artifact = chosen[index];
    const at = artifact ? stored.indexOf(artifact) : -1;
    return {
      artifact: at < 0 ? unknownArtifact(query) : facts[at],
      findings: at < 0 ? [] : findings[at],
      isKnown: at >= 0,
      entityRefs: mapping.get(subjectIdOf(query)) ?? [],
    };
  });
}

function unknownArtifact(query: ArtifactQuery): ArtifactFacts {
  const { kind = 'image', name, tag, digest } = query;
  return {
    subjectId: subjectIdOf(query),
    kind,
    name,
    digest: kind === 'image' ? digest : undefined,
    tag,
    branch: kind === 'repository' ? digest : undefined,
    built: false,
    running: false,
    scans: [],
    attestations: [],
  };
}
