import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  RELATION_PARENT_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  noSeverityCounts,
  type SeverityCounts,
  type TeamComponent,
  type TeamPosture,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { planRemediation } from '../evaluation';
import { findOwnedComponents } from '../store/readModels/findOwnedComponents';
import { countResults, summaryOf, type Assessment } from './assess';
import type { AssessmentService } from './AssessmentService';

export interface TeamServiceOptions {
  knex: Knex;
  catalog: CatalogService;
  assessments: AssessmentService;
  now?: () => Date;
}

/** Components that are judged for one answer; the page says if there are more. */
const MAX_COMPONENTS = 500;

const MAX_ACTIONS = 10;

/** Teams inside teams inside teams: deeper ones are an error of the catalog. */
const MAX_DEPTH = 10;

/** The roll-up of a team and its child teams. */
export class TeamService {
  readonly #options: TeamServiceOptions;

  static create(options: TeamServiceOptions): TeamService {
    return new TeamService(options);
  }

  private constructor(options: TeamServiceOptions) {
    this.#options = options;
  }

  /**
   * @param readable - the components that the caller may read; undefined: all
   * @throws NotFoundError if the caller sees no such group
   */
  async getTeam(
    groupRef: string,
    readable: ReadonlySet<string> | undefined,
    credentials: BackstageCredentials,
  ): Promise<TeamPosture> {
    const { knex, assessments } = this.#options;
    const now = this.#options.now?.() ?? new Date();
    const teams = await this.#teamsUnder(groupRef, credentials);
    const owned = (await findOwnedComponents(knex, teams)).filter(
      ref => readable === undefined || readable.has(ref),
    );
    const judged: Assessment[] = [];
    for await (const assessment of assessments.assessAll(
      owned.slice(0, MAX_COMPONENTS),
      now,
    )) {
      judged.push(assessment);
    }
    const context = judged[0]?.context;
    const actions = context
      ? planRemediation(judged, context, { limit: MAX_ACTIONS })
      : [];
    const next = new Map<string, string>();
    for (const { title, components } of actions) {
      for (const ref of components) if (!next.has(ref)) next.set(ref, title);
    }
    return {
      entityRef: groupRef,
      teams,
      components: judged
        .map(assessment => describe(assessment, next, now))
        .sort(byNeed),
      componentsTotal: owned.length,
      actions,
      evaluatedAt: now.toISOString(),
    };
  }

  /** The group and all groups below it, as the catalog shows them to the caller. */
  async #teamsUnder(
    groupRef: string,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const { catalog } = this.#options;
    const found = new Set<string>();
    let level = [groupRef];
    for (let depth = 0; level.length > 0 && depth < MAX_DEPTH; depth += 1) {
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs: level,
          fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
        },
        { credentials },
      );
      const groups = items.filter((entity): entity is Entity => !!entity);
      if (depth === 0 && groups.length === 0) {
        throw new NotFoundError(`No entity '${groupRef}' in the catalog`);
      }
      for (const group of groups) found.add(stringifyEntityRef(group));
      level = groups
        .flatMap(({ relations = [] }) => relations)
        .filter(({ type }) => type === RELATION_PARENT_OF)
        .map(({ targetRef }) => targetRef)
        .filter(ref => !found.has(ref));
    }
    return [...found];
  }
}

function describe(
  assessment: Assessment,
  next: ReadonlyMap<string, string>,
  now: Date,
): TeamComponent {
  const { facts, risk, judged } = assessment;
  const { entityRef, ownerRef } = facts.component;
  const at = now.toISOString();
  return {
    entityRef,
    ownerRef,
    risk: risk.score,
    grade: risk.grade,
    coverage: risk.coverage,
    openFindings: facts.sources.length > 0 ? countOpen(assessment) : undefined,
    checks: countResults(judged),
    verdict: summaryOf(assessment, 'build'),
    overdue: facts.findings.filter(({ dueAt }) => dueAt && dueAt < at).length,
    nextAction: next.get(entityRef),
  };
}

function countOpen({ facts }: Assessment): SeverityCounts {
  const counts = noSeverityCounts();
  for (const { severity, isStale } of facts.findings) {
    if (!isStale) counts[severity] += 1;
  }
  return counts;
}

/** The riskiest first; of what nobody knows anything comes before what is fine. */
function byNeed(a: TeamComponent, b: TeamComponent): number {
  return (
    (b.risk ?? 50) - (a.risk ?? 50) || a.entityRef.localeCompare(b.entityRef)
  );
}
