import {
  type OwnershipCoverage,
  type OwnershipOutcome,
  type OwnershipPart,
  type OwnershipSummary,
} from 'backstage-plugin-security-posture-common';

/** A workload as coverage counts it. */
export interface CountedWorkload {
  outcome: OwnershipOutcome;
  cluster?: string;
  namespace?: string;
  systemRef?: string;
  /** The team that owns it, or should. */
  ownerRef?: string;
}

type Place = Omit<CountedWorkload, 'outcome'>;
type Parts = OwnershipSummary['clusters'];

/** Parts that an answer holds of each list. */
const MAX_PARTS = 500;

/** How many workloads have which outcome, in all and by part. */
export function coverageOf(
  workloads: readonly CountedWorkload[],
): Pick<
  OwnershipSummary,
  'coverage' | 'clusters' | 'namespaces' | 'systems' | 'teams'
> {
  return {
    coverage: count(workloads),
    clusters: partsBy(workloads, ({ cluster }) => ({ cluster })),
    namespaces: partsBy(workloads, ({ cluster, namespace }) => ({
      cluster,
      namespace,
    })),
    systems: partsBy(workloads, ({ systemRef }) => ({ systemRef })),
    teams: partsBy(workloads, ({ ownerRef }) => ({ ownerRef })),
  };
}

function count(workloads: readonly CountedWorkload[]): OwnershipCoverage {
  const outcomes = noOutcomes();
  for (const { outcome } of workloads) outcomes[outcome] += 1;
  const known = workloads.length - outcomes.unknown;
  return {
    total: workloads.length,
    outcomes,
    share:
      known > 0 ? (outcomes.owned + outcomes.inherited) / known : undefined,
  };
}

function partsBy(
  workloads: readonly CountedWorkload[],
  placeOf: (workload: CountedWorkload) => Place,
): Parts {
  const parts = new Map<string, { place: Place; own: CountedWorkload[] }>();
  for (const workload of workloads) {
    const place = placeOf(workload);
    const key = nameOf(place);
    const known = parts.get(key);
    if (known) known.own.push(workload);
    else parts.set(key, { place, own: [workload] });
  }
  const items = [...parts.values()]
    .map(({ place, own }): OwnershipPart => ({ ...place, ...count(own) }))
    .sort(worstFirst);
  return { items: items.slice(0, MAX_PARTS), totalItems: items.length };
}

/** The least covered first, the largest of them before others; of what nothing is known last. */
function worstFirst(a: OwnershipPart, b: OwnershipPart): number {
  return (
    (a.share ?? 2) - (b.share ?? 2) ||
    b.total - a.total ||
    (nameOf(a) < nameOf(b) ? -1 : 1)
  );
}

function nameOf({ cluster, namespace, systemRef, ownerRef }: Place): string {
  return [cluster, namespace, systemRef, ownerRef].join('\n');
}

function noOutcomes(): Record<OwnershipOutcome, number> {
  return {
    owned: 0,
    inherited: 0,
    missing: 0,
    unresolvable: 0,
    contradicting: 0,
    'group-without-members': 0,
    'component-without-owner': 0,
    unmapped: 0,
    unknown: 0,
  };
}
