import { NotFoundError } from '@backstage/errors';
import type {
  PolicyVerdict,
  ReportReceipt,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import {
  factsForArtifacts,
  factsForBuild,
  mergeRulings,
  rule,
  type Ruling,
} from '../evaluation';
import { noFacts, type ComponentFacts } from '../model/facts';
import type { Policy } from '../policy';
import type { FactsService } from '../posture';
import {
  findImageFacts,
  type ArtifactQuery,
} from '../store/readModels/findImageFacts';

export interface GateServiceOptions {
  knex: Knex;
  facts: Pick<FactsService, 'factsOf' | 'unknownOf'>;
  policy: Policy;
  now?: () => Date;
}

/** More artifacts than any build makes. */
const MAX_ARTIFACTS = 100;

/** Whether a build may go on, by the policy and by what is known. */
export class GateService {
  readonly #options: GateServiceOptions;

  static create(options: GateServiceOptions): GateService {
    return new GateService(options);
  }

  private constructor(options: GateServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError for the first that the catalog does not know */
  async requireKnown(entityRefs: string[]): Promise<void> {
    const unknown = await this.#options.facts.unknownOf(entityRefs);
    if (unknown) {
      throw new NotFoundError(
        `entityRef: the catalog has no component or resource '${unknown}'`,
      );
    }
  }

  /** About the newest builds of components, and their workloads. */
  async judgeComponents(entityRefs: string[]): Promise<PolicyVerdict> {
    const now = this.#now();
    const facts = await this.#options.facts.factsOf(entityRefs, now);
    const builds = [...facts.values()].map(factsForBuild);
    return this.#verdict(builds, now);
  }

  /**
   * About artifacts, in the light of the components that they belong to.
   *
   * @param entityRefs - whose they are, where the sender said so
   */
  async judgeArtifacts(
    artifacts: ArtifactQuery[],
    entityRefs?: string[],
  ): Promise<PolicyVerdict> {
    const { knex, facts: service } = this.#options;
    const now = this.#now();
    const lookups = await findImageFacts(
      knex,
      artifacts.slice(0, MAX_ARTIFACTS),
    );
    const refs = [
      ...new Set(entityRefs ?? lookups.flatMap(lookup => lookup.entityRefs)),
    ];
    const components = await service.factsOf(refs, now);
    const facts =
      components.size > 0
        ? [...components.values()]
        : [noFacts({ entityRef: '', tags: [] })];
    return this.#verdict(
      facts.map(own =>
        factsForArtifacts(
          own,
          // An artifact of another component of the same body is none of this one's.
          components.size > 1
            ? lookups.filter(
                lookup =>
                  lookup.entityRefs.length === 0 ||
                  lookup.entityRefs.includes(own.component.entityRef),
              )
            : lookups,
        ),
      ),
      now,
    );
  }

  /** About what a body of reports spoke of, once it is stored. */
  async judgeReports(
    receipts: ReportReceipt[],
    { entityRef, branch }: { entityRef?: string[]; branch?: string },
  ): Promise<PolicyVerdict> {
    const artifacts = new Map<string, ArtifactQuery>();
    for (const { subject } of receipts) {
      const { kind, name, digest } = subject;
      if (kind !== 'image' && kind !== 'repository') continue;
      const query: ArtifactQuery =
        kind === 'image' ? { name, digest } : { kind, name, digest: branch };
      artifacts.set(JSON.stringify(query), query);
    }
    const refs = entityRef ?? [
      ...new Set(receipts.flatMap(receipt => receipt.entityRefs)),
    ];
    return artifacts.size > 0
      ? this.judgeArtifacts([...artifacts.values()], refs)
      : this.judgeComponents(refs);
  }

  #verdict(components: ComponentFacts[], now: Date): PolicyVerdict {
    const { policy } = this.#options;
    const rulings = components.map(
      facts =>
        rule(facts, { policy: policy.rulesFor(facts.component), now }, 'build')
          .ruling,
    );
    const ruling: Ruling =
      rulings.length > 0
        ? mergeRulings(rulings)
        : rule(
            noFacts({ entityRef: '', tags: [] }),
            { policy: policy.base, now },
            'build',
          ).ruling;
    const images = components
      .flatMap(({ artifacts }) => artifacts)
      .filter(({ kind }) => kind === 'image');
    return {
      ...ruling,
      entityRefs: components
        .map(({ component }) => component.entityRef)
        .filter(ref => ref !== '')
        .sort(),
      images: [
        ...new Map(
          images.map(({ name, digest }) => [
            `${name} ${digest}`,
            { name, digest },
          ]),
        ).values(),
      ],
      evaluatedAt: now.toISOString(),
    };
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }
}
