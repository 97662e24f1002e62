import type { Subject } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import type { ComponentIdentity, WorkloadFacts } from '../model/facts';
import type { Policy } from '../policy';
import { findWorkloadFacts } from '../store/readModels/facts/workloadFacts';
import { findMapping } from '../store/readModels/findMapping';
import {
  findOwnershipObjects,
  placeKey,
} from '../store/readModels/findOwnershipObjects';
import {
  findOwnershipWorkloads,
  type OwnershipSubject,
} from '../store/readModels/findOwnershipWorkloads';
import type { ComponentCatalog } from './KnownComponents';
import { ownershipOf, type Ownership } from './ownershipOf';
import type { OwnershipReader } from './OwnershipReaders';
import { ServiceIndex } from './ServiceIndex';

/** Workloads that are judged for one answer; it says if there are more. */
export const MAX_WORKLOADS = 20_000;

/** Workloads whose configuration is in memory at the same time. */
const CHUNK = 1000;

/** A workload with its ownership; its configuration is gone. */
export interface JudgedWorkload extends Ownership {
  id: string;
  subject: Subject;
  components: ComponentIdentity[];
  /** Keys that the policy takes for an owner, the suggested one first. */
  ownerAnnotations: readonly string[];
  /** Those of them that the workload has. */
  keys: string[];
  apiVersion?: string;
  images: WorkloadFacts['images'];
  lastSeenAt: string;
}

export interface OwnershipLoaderOptions {
  knex: Knex;
  catalog: ComponentCatalog;
  policy: Policy;
  /** `MAX_WORKLOADS` unless said otherwise. */
  maxWorkloads?: number;
}

/** Reads the workloads that a caller may see and judges who owns them. */
export class OwnershipLoader {
  readonly #options: OwnershipLoaderOptions;

  static create(options: OwnershipLoaderOptions): OwnershipLoader {
    return new OwnershipLoader(options);
  }

  private constructor(options: OwnershipLoaderOptions) {
    this.#options = options;
  }

  /**
   * All of a cluster or a namespace, or all. Of more than `MAX_WORKLOADS` they
   * are a sample. A component that the caller may not read, or that left the
   * catalog, is as good as not there.
   */
  async load(
    reader: OwnershipReader,
    place: { cluster?: string; namespace?: string } = {},
  ): Promise<{ workloads: JudgedWorkload[]; isTruncated: boolean }> {
    const { knex, maxWorkloads = MAX_WORKLOADS } = this.#options;
    const found = await findOwnershipWorkloads(
      knex,
      {
        readable: reader.components,
        withUnmapped: reader.seesUnmapped,
        cluster: place.cluster,
        namespace: place.namespace,
      },
      maxWorkloads + 1,
    );
    const subjects = found.slice(0, maxWorkloads);
    const componentsOf = await this.#componentsOf(subjects, reader);
    const around = await this.#surroundingsOf(subjects);
    const workloads: JudgedWorkload[] = [];
    for (let start = 0; start < subjects.length; start += CHUNK) {
      const chunk = subjects.slice(start, start + CHUNK);
      const facts = await findWorkloadFacts(knex, chunk);
      for (const subject of chunk) {
        const workload = facts.get(subject.id);
        if (!workload) continue;
        const components = componentsOf(subject.id);
        if (components.length === 0 && !reader.seesUnmapped) continue;
        const ownerAnnotations = this.#keysOf(components);
        const ownership = ownershipOf(
          { workload, components, ownerAnnotations, ...around(workload) },
          reader.directory,
        );
        workloads.push({
          ...ownership,
          ...describe(workload, ownerAnnotations),
          components,
          ownerAnnotations,
          lastSeenAt: subject.lastSeenAt,
        });
      }
    }
    return { workloads, isTruncated: found.length > maxWorkloads };
  }

  async #componentsOf(
    subjects: OwnershipSubject[],
    { components: readable }: OwnershipReader,
  ): Promise<(id: string) => ComponentIdentity[]> {
    const { knex, catalog } = this.#options;
    const index = await catalog.get();
    const mapping = await findMapping(
      knex,
      subjects.map(({ id }) => id),
    );
    const identities = new Map(
      [...new Set([...mapping.values()].flat())]
        .filter(ref => index.components.has(ref))
        .filter(ref => readable === undefined || readable.has(ref))
        .map(ref => [ref, index.identityOf(ref)]),
    );
    return id =>
      (mapping.get(id) ?? []).flatMap(ref => identities.get(ref) ?? []);
  }

  async #surroundingsOf(subjects: OwnershipSubject[]) {
    const objects = await findOwnershipObjects(this.#options.knex, subjects);
    const services = new Map(
      [...objects].map(([place, own]) => [
        place,
        ServiceIndex.of(own.services),
      ]),
    );
    return (workload: WorkloadFacts) => {
      const place = placeKey(workload.subject);
      return {
        namespace: objects.get(place)?.namespace,
        services: services.get(place)?.near(workload) ?? [],
      };
    };
  }

  /** What the policy takes for an owner on any of these components. */
  #keysOf(components: ComponentIdentity[]): readonly string[] {
    const { policy } = this.#options;
    if (components.length === 0) return policy.base.ownerAnnotations;
    const [first, ...others] = components.map(
      component => policy.rulesFor(component).ownerAnnotations,
    );
    return others.length === 0
      ? first
      : [...new Set([first, ...others].flat())];
  }
}

function describe(
  { subjectId, subject, annotations, configuration, images }: WorkloadFacts,
  ownerAnnotations: readonly string[],
) {
  const { kind, apiVersion } = configuration?.settings ?? {};
  return {
    id: subjectId,
    subject,
    images,
    keys: ownerAnnotations.filter(key => Object.hasOwn(annotations, key)),
    // The settings may be those of one of its pods.
    apiVersion: kind === subject.workloadKind ? apiVersion : undefined,
  };
}
