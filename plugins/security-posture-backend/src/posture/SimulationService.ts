import {
  enforcementPoints,
  type SimulateRequest,
  type Simulation,
} from 'backstage-plugin-security-posture-common';
import { setImmediate } from 'node:timers/promises';
import { checks } from '../evaluation';
import type { CatalogIndex } from '../mapping';
import { PolicySimulation, readPolicy, type Policy } from '../policy';
import { FACTS_CHUNK, type FactsService } from './FactsService';

export interface SimulationServiceOptions {
  catalog: Pick<CatalogIndex, 'get'>;
  facts: Pick<FactsService, 'factsOf'>;
  policy: Policy;
  now?: () => Date;
}

/** Says what a changed policy would stop, before it is switched on. */
export class SimulationService {
  readonly #options: SimulationServiceOptions;

  static create(options: SimulationServiceOptions): SimulationService {
    return new SimulationService(options);
  }

  private constructor(options: SimulationServiceOptions) {
    this.#options = options;
  }

  /**
   * @param readable - the components that the caller may read; undefined: all
   * @throws InputError that names the key of the policy that is wrong
   */
  async simulate(
    { policy, point }: SimulateRequest,
    readable: ReadonlySet<string> | undefined,
  ): Promise<Simulation> {
    const { catalog, facts, policy: current } = this.#options;
    const now = this.#options.now?.() ?? new Date();
    const simulation = new PolicySimulation({
      current,
      proposed: readPolicy(
        policy,
        checks.map(({ id }) => id),
      ),
      now,
      points: point ? [point] : enforcementPoints,
    });
    const { components } = await catalog.get();
    const refs = [...components.keys()].filter(
      ref => readable === undefined || readable.has(ref),
    );
    for (let start = 0; start < refs.length; start += FACTS_CHUNK) {
      const chunk = await facts.factsOf(
        refs.slice(start, start + FACTS_CHUNK),
        now,
      );
      for (const own of chunk.values()) simulation.add(own);
      // Others' requests go on in between.
      await setImmediate();
    }
    return simulation.result();
  }
}
