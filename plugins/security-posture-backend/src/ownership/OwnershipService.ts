import { InputError } from '@backstage/errors';
import type {
  OwnershipRepairQuery,
  OwnershipSummary,
  OwnershipWorkload,
  OwnershipWorkloadsPage,
  OwnershipWorkloadsQuery,
  OwnerSuggestion,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import type { Policy } from '../policy';
import { countOwnershipUnmapped } from '../store/readModels/findOwnershipUnmapped';
import { coverageOf } from './coverageOf';
import type { ComponentCatalog } from './KnownComponents';
import { OwnershipLoader, type JudgedWorkload } from './OwnershipLoader';
import type { OwnershipReader } from './OwnershipReaders';
import { pageOf } from './pageOf';
import { repairOf, shellBundle, yamlBundle } from './repair';
import { toOwner } from './suggestOwner';
import { findSuggestions } from './suggestions';

export interface OwnershipServiceOptions {
  knex: Knex;
  catalog: ComponentCatalog;
  policy: Policy;
  /** See `OwnershipLoader`. */
  maxWorkloads?: number;
  now?: () => Date;
}

/** Who owns what runs, as far as a caller may see it. */
export class OwnershipService {
  readonly #options: OwnershipServiceOptions;
  readonly #loader: OwnershipLoader;

  static create(options: OwnershipServiceOptions): OwnershipService {
    return new OwnershipService(options);
  }

  private constructor(options: OwnershipServiceOptions) {
    this.#options = options;
    this.#loader = OwnershipLoader.create(options);
  }

  /** How many workloads are owned, by cluster, namespace, system and team. */
  async summarise(reader: OwnershipReader): Promise<OwnershipSummary> {
    const { workloads, isTruncated } = await this.#loader.load(reader);
    return {
      ...coverageOf(
        workloads.map(workload => ({
          outcome: workload.outcome,
          cluster: workload.subject.cluster,
          namespace: workload.subject.namespace,
          systemRef: systemOf(workload),
          ownerRef: ownerRefsOf(workload).at(0),
        })),
      ),
      unmapped: reader.seesUnmapped ? await this.#countUnmapped() : undefined,
      isTruncated,
      evaluatedAt: (this.#options.now?.() ?? new Date()).toISOString(),
    };
  }

  async #countUnmapped(): Promise<OwnershipSummary['unmapped']> {
    const counts = await countOwnershipUnmapped(this.#options.knex);
    return {
      total: counts.reduce((sum, { total }) => sum + total, 0),
      kinds: Object.fromEntries(counts.map(({ kind, total }) => [kind, total])),
    };
  }

  /** A page of workloads with their owners, in the order of their names. */
  async list(
    query: OwnershipWorkloadsQuery,
    reader: OwnershipReader,
  ): Promise<OwnershipWorkloadsPage> {
    const { cluster, namespace, outcome, owner, system } = query;
    const { workloads, isTruncated } = await this.#loader.load(reader, {
      cluster,
      namespace,
    });
    const matching = workloads.filter(
      workload =>
        (!outcome || outcome.includes(workload.outcome)) &&
        (!owner || ownerRefsOf(workload).includes(owner)) &&
        (!system || systemRefsOf(workload).includes(system)),
    );
    const page = pageOf(matching, query);
    const suggestions = await findSuggestions(
      this.#options,
      page.items,
      workloads,
      reader,
    );
    return {
      ...page,
      items: page.items.map(workload =>
        toWorkload(workload, suggestions.get(workload.id)),
      ),
      isTruncated,
    };
  }

  /**
   * What names the owners of a namespace, or of a team and the teams below it:
   * a YAML stream or a shell script.
   *
   * @throws InputError if it would be for several clusters at once
   */
  async repair(
    query: OwnershipRepairQuery,
    reader: OwnershipReader,
  ): Promise<string> {
    const { cluster, namespace, team, outcome = ['missing'], format } = query;
    const { workloads } = await this.#loader.load(reader, {
      cluster,
      namespace,
    });
    const outcomes: ReadonlySet<string> = new Set(outcome);
    const lost = workloads.filter(workload => outcomes.has(workload.outcome));
    const suggestions = await findSuggestions(
      this.#options,
      lost,
      workloads,
      reader,
    );
    const teams = team ? reader.directory.teamsUnder(team) : undefined;
    const wanted = pageOf(lost, { limit: lost.length }).items.filter(
      ({ id }) => {
        const owner = suggestions.get(id)?.owner;
        return owner && (!teams || teams.has(owner.entityRef));
      },
    );
    const clusters = new Set(
      wanted.map(({ subject }) => subject.cluster ?? ''),
    );
    if (clusters.size > 1) {
      // A script that runs against the wrong cluster would name owners there.
      throw new InputError(
        `cluster: expected one of ${[...clusters]
          .map(name => name || '(unknown)')
          .join(', ')}; a script is for one cluster`,
      );
    }
    const repairs = wanted.flatMap(
      workload => repairFor(workload, suggestions.get(workload.id)) ?? [],
    );
    return format === 'shell' ? shellBundle(repairs) : yamlBundle(repairs);
  }
}

function systemRefsOf({ components }: JudgedWorkload): string[] {
  return components.flatMap(({ systemRef }) => systemRef ?? []);
}

function systemOf(workload: JudgedWorkload): string | undefined {
  return systemRefsOf(workload).at(0);
}

/** Who owns it; first the owner that counts, then what the catalog says, also if it is nobody. */
function ownerRefsOf({ owner, components }: JudgedWorkload): string[] {
  return [
    owner?.entityRef,
    ...components.map(({ ownerRef }) => ownerRef),
  ].filter(ref => ref !== undefined);
}

function repairFor(
  workload: JudgedWorkload,
  suggestion: OwnerSuggestion | undefined,
) {
  const [key] = workload.ownerAnnotations;
  return suggestion && key !== undefined
    ? repairOf(workload, key, suggestion.owner)
    : undefined;
}

function toWorkload(
  workload: JudgedWorkload,
  suggestion: OwnerSuggestion | undefined,
): OwnershipWorkload {
  const { subject, components, outcome, owner, source, message } = workload;
  return {
    subject,
    entityRefs: components.map(({ entityRef }) => entityRef),
    systemRef: systemOf(workload),
    outcome,
    owner: owner && toOwner(owner),
    source,
    message,
    suggestion,
    repair: repairFor(workload, suggestion),
    lastSeenAt: workload.lastSeenAt,
  };
}
