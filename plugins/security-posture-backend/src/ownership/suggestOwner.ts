import type {
  OwnershipOutcome,
  OwnerSuggestion,
} from 'backstage-plugin-security-posture-common';
import type { KnownOwner } from './OwnerDirectory';
import type { Ownership } from './ownershipOf';

/** An image line, and who owned it when. */
export interface ImageOwner {
  owner: KnownOwner;
  imageLine: string;
  /** ISO 8601. */
  at: string;
}

/** Who owns more than half of what is owned. */
export interface Majority {
  owner: KnownOwner;
  count: number;
  total: number;
}

/** What is known around a workload without an owner of its own. */
export interface Neighbours {
  /** Who owns most of its namespace. */
  siblings?: Majority;
  /** Of the image lines that it runs. */
  images: readonly ImageOwner[];
}

/** Outcomes in which somebody has to be named. */
const open: ReadonlySet<OwnershipOutcome> = new Set<OwnershipOutcome>([
  'missing',
  'unresolvable',
  'contradicting',
  'component-without-owner',
  'unmapped',
]);

export function needsOwner({ outcome }: Pick<Ownership, 'outcome'>): boolean {
  return open.has(outcome);
}

/**
 * Whom to name: the owner in the catalog; else whom the workload names itself;
 * else who owns more than half of what is owned in the namespace; else who last
 * owned an image line that it runs.
 */
export function suggestOwner(
  ownership: Ownership,
  { siblings, images }: Neighbours,
): OwnerSuggestion | undefined {
  if (!needsOwner(ownership)) return undefined;
  const { owner, outcome, source } = ownership;
  if (owner) {
    const isNamed =
      ['component-without-owner', 'unmapped'].includes(outcome) ||
      source?.where === 'catalog';
    return isNamed && outcome !== 'missing'
      ? suggestion(owner, 'annotation', 'It names them itself')
      : suggestion(owner, 'component', 'The catalog names them');
  }
  if (siblings) {
    return suggestion(
      siblings.owner,
      'namespace',
      `They own ${siblings.count} of the ${siblings.total} owned workloads beside it`,
    );
  }
  const [last] = [...images].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    last && suggestion(last.owner, 'image', `They last owned ${last.imageLine}`)
  );
}

/**
 * Who owns more than half of some workloads.
 *
 * @param owners - the owner of each workload that has one
 */
export function majorityOf(
  owners: readonly KnownOwner[],
): Majority | undefined {
  const counts = new Map<string, Majority>();
  for (const owner of owners) {
    const known = counts.get(owner.entityRef);
    if (known) known.count += 1;
    else {
      counts.set(owner.entityRef, { owner, count: 1, total: owners.length });
    }
  }
  return [...counts.values()].find(({ count, total }) => count > total / 2);
}

function suggestion(
  owner: KnownOwner,
  because: OwnerSuggestion['because'],
  message: string,
): OwnerSuggestion {
  return { owner: toOwner(owner), because, message };
}

/** As it is on the wire. */
export function toOwner({
  entityRef,
  name,
  email,
  chat,
  onCall,
}: KnownOwner): OwnerSuggestion['owner'] {
  return { entityRef, name, email, chat, onCall };
}
