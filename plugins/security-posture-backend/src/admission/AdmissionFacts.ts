import type { Knex } from 'knex';
import { reachOf } from '../evaluation';
import type { MappingIndex } from '../mapping';
import {
  noFacts,
  type CheckException,
  type ComponentFacts,
  type ComponentIdentity,
  type ObjectFacts,
} from '../model/facts';
import type { PolicyRules } from '../model/policyRules';
import type { FactsService } from '../posture';
import {
  exceptionsOf,
  findApprovedExceptions,
  type ApprovedException,
} from '../store/readModels/facts/checkExceptions';
import { findNamespaceObjects } from '../store/readModels/findNamespaceObjects';
import { Cache } from './Cache';

export interface AdmissionFactsOptions {
  knex: Knex;
  facts: Pick<FactsService, 'factsOf'>;
}

/** For how long what lies beside a request serves, in milliseconds. */
const MAX_AGE = 10_000;

/** What asks to be let in, and where. */
export interface Asked {
  cluster?: string;
  namespace?: string;
  /** The image lines that it runs. */
  imageLines: ReadonlySet<string>;
}

/**
 * What is known of a component beside the images and the configuration that the
 * webhook is asked about: no more than the checks look at that are enforced.
 */
export class AdmissionFacts {
  readonly #options: AdmissionFactsOptions;
  readonly #components = new Cache<ComponentFacts>(MAX_AGE);
  readonly #exceptions = new Cache<ApprovedException[]>(MAX_AGE);
  readonly #objects = new Cache<ObjectFacts[]>(MAX_AGE);

  constructor(options: AdmissionFactsOptions) {
    this.#options = options;
  }

  async of(
    entityRef: string,
    asked: Asked,
    rules: PolicyRules,
    index: MappingIndex,
    now: Date,
  ): Promise<ComponentFacts> {
    const reach = reachOf(rules, 'admission');
    if (reach === 'component' && entityRef !== '') {
      return this.#components.get(entityRef, async () => {
        const all = await this.#options.facts.factsOf([entityRef], now);
        return all.get(entityRef) ?? noFacts(index.identityOf(entityRef));
      });
    }
    const component = index.identityOf(entityRef);
    const { imageLines } = asked;
    const [exceptions, objects] = await Promise.all([
      this.#exceptionsOf(component, imageLines, now),
      reach === 'request' ? [] : this.#objectsAt(asked),
    ]);
    return { ...noFacts(component), exceptions, objects };
  }

  async #exceptionsOf(
    component: ComponentIdentity,
    imageLines: ReadonlySet<string>,
    now: Date,
  ): Promise<CheckException[]> {
    const approved = await this.#exceptions.get('', () =>
      findApprovedExceptions(this.#options.knex, now),
    );
    return exceptionsOf(approved, component, imageLines);
  }

  async #objectsAt({ cluster, namespace }: Asked): Promise<ObjectFacts[]> {
    const place = { cluster, namespace };
    return this.#objects.get(JSON.stringify([cluster, namespace]), () =>
      findNamespaceObjects(this.#options.knex, place),
    );
  }
}
