import { podLabels } from '../evaluation/pods';
import {
  serviceOf,
  type ObjectFacts,
  type WorkloadFacts,
} from '../model/facts';

/**
 * The Services of a namespace by one label that they select, so that each of
 * hundreds of workloads is not compared with each of hundreds of Services.
 */
export class ServiceIndex {
  readonly #byLabel = new Map<string, ObjectFacts[]>();

  static of(services: readonly ObjectFacts[]): ServiceIndex {
    return new ServiceIndex(services);
  }

  private constructor(services: readonly ObjectFacts[]) {
    for (const service of services) {
      const [label] = Object.entries(serviceOf(service)?.selector ?? {});
      // One without a selector leads somewhere else.
      if (!label) continue;
      const key = JSON.stringify(label);
      this.#byLabel.set(key, [...(this.#byLabel.get(key) ?? []), service]);
    }
  }

  /** Those that may select the pods of a workload, and few that do not. */
  near(workload: WorkloadFacts): ObjectFacts[] {
    return Object.entries(podLabels(workload)).flatMap(
      label => this.#byLabel.get(JSON.stringify(label)) ?? [],
    );
  }
}
