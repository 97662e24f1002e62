import type { Knex } from 'knex';
import type { CatalogIndex } from '../mapping';
import { noFacts, type ComponentFacts } from '../model/facts';
import { findComponentFacts } from '../store/readModels/findComponentFacts';
import { isKevKnown } from '../store/readModels/findKnownExploited';

export interface FactsServiceOptions {
  knex: Knex;
  catalog: Pick<CatalogIndex, 'get' | 'reload'>;
  /** For how many days an admission decision counts. */
  decisionDays: number;
}

/** Components whose facts are in memory at the same time. */
export const FACTS_CHUNK = 100;

const DAY = 86_400_000;

/** Puts together what is known of components: the store's facts, the catalog's words. */
export class FactsService {
  readonly #options: FactsServiceOptions;

  static create(options: FactsServiceOptions): FactsService {
    return new FactsService(options);
  }

  private constructor(options: FactsServiceOptions) {
    this.#options = options;
  }

  /** Facts by entity reference, also of components that nothing was reported on. */
  async factsOf(
    entityRefs: string[],
    now: Date,
  ): Promise<Map<string, ComponentFacts>> {
    const { knex, decisionDays } = this.#options;
    const facts = new Map<string, ComponentFacts>();
    const index = await this.#options.catalog.get();
    const isExploitationKnown = await isKevKnown(knex);
    const since = new Date(now.getTime() - decisionDays * DAY).toISOString();
    for (let start = 0; start < entityRefs.length; start += FACTS_CHUNK) {
      const refs = entityRefs.slice(start, start + FACTS_CHUNK);
      const found = await findComponentFacts(knex, refs, {
        now,
        decisionsSince: since,
      });
      for (const ref of refs) {
        const component = index.identityOf(ref);
        const known = found.get(ref) ?? noFacts(component);
        facts.set(ref, {
          ...known,
          component: { ...known.component, ...component },
          isExploitationKnown,
        });
      }
    }
    return facts;
  }

  /** The first of these that the catalog does not know, though it was read anew. */
  async unknownOf(entityRefs: string[]): Promise<string | undefined> {
    const { catalog } = this.#options;
    const known = await catalog.get();
    if (entityRefs.every(ref => known.has(ref))) return undefined;
    const fresh = await catalog.reload();
    return entityRefs.find(ref => !fresh.has(ref));
  }
}
