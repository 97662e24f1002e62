import type { Knex } from 'knex';
import { noFacts, type ComponentFacts } from '../../model/facts';
import { findArtifactFacts } from './facts/artifactFacts';
import { findCheckExceptions } from './facts/checkExceptions';
import { findComponentIdentities } from './facts/componentIdentities';
import { findComponentSubjects, idsOf } from './facts/componentSubjects';
import { findDecisionFacts } from './facts/decisionFacts';
import { findFindingFacts } from './facts/findingFacts';
import { findObjectFacts } from './facts/objectFacts';
import { findPassFacts } from './facts/passFacts';
import { findSourceFacts } from './facts/sourceFacts';
import { findWorkloadFacts } from './facts/workloadFacts';

/** More than anybody mends; all of them weigh on nobody's judgement. */
const MAX_FINDINGS = 2000;

export interface ComponentFactsOptions {
  /** Exceptions that ended before do not count. */
  now: Date;
  /** Of a component, the worst first; 2000 if absent. */
  maxFindings?: number;
  /** Events about admission before this time (ISO 8601) do not count. */
  decisionsSince: string;
}

/**
 * All that is known about some components, in a number of statements that does
 * not depend on how many they are or on how much there is. Every component that
 * is asked for is answered; whether its owner can be reached is not known here.
 */
export async function findComponentFacts(
  knex: Knex,
  entityRefs: string[],
  { now, maxFindings = MAX_FINDINGS, decisionsSince }: ComponentFactsOptions,
): Promise<Map<string, ComponentFacts>> {
  const refs = [...new Set(entityRefs)];
  const identities = await findComponentIdentities(knex, refs);
  const subjects = await findComponentSubjects(knex, refs);
  const ids = idsOf(subjects);
  const sources = await findSourceFacts(knex, ids);
  const { artifacts, extras } = await findArtifactFacts(
    knex,
    idsOf(subjects, ['image', 'repository']),
  );
  const workloads = await findWorkloadFacts(
    knex,
    [...subjects.values()].flat().filter(({ kind }) => kind === 'workload'),
  );
  const objects = await findObjectFacts(knex, subjects);
  const findings = await findFindingFacts(knex, refs, {
    limit: maxFindings,
    extras,
  });
  const passes = await findPassFacts(knex, ids);
  const decisions = await findDecisionFacts(knex, refs, decisionsSince);
  const exceptions = await findCheckExceptions(knex, identities, subjects, now);
  return new Map(
    [...identities].map(([entityRef, component]) => {
      const own = (subjects.get(entityRef) ?? []).map(({ id }) => id);
      const ofSubjects = <T>(facts: Map<string, T[]>): T[] =>
        own.flatMap(id => facts.get(id) ?? []);
      return [
        entityRef,
        {
          ...noFacts(component),
          sources: ofSubjects(sources),
          artifacts: ofSubjects(artifacts),
          workloads: own.flatMap(id => workloads.get(id) ?? []),
          objects: objects.get(entityRef) ?? [],
          ...findings.get(entityRef),
          passes: ofSubjects(passes),
          decisions: decisions.get(entityRef) ?? [],
          exceptions: exceptions.get(entityRef) ?? [],
        },
      ];
    }),
  );
}
