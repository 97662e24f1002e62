import type {
  OwnershipCandidate,
  Subject,
} from 'backstage-plugin-security-posture-common';
import type { ComponentNames } from './ComponentNames';

/** A subject without a component, and what is known around it. */
export interface Unclaimed {
  subject: Subject;
  labels: Record<string, string>;
  /** Image lines that it runs, with the components that claim them. */
  images: readonly { name: string; entityRefs: readonly string[] }[];
  /** How many subjects in its namespace belong to which component. */
  neighbours: ReadonlyMap<string, number>;
}

/** Labels that name an application, by how much they say. */
const NAME_LABELS = [
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/part-of',
  'k8s-app',
  'app',
] as const;

const MAX_CANDIDATES = 5;

/** Below it, a resemblance is chance. */
const MIN_SCORE = 0.2;

interface Hint {
  entityRef: string;
  /** 0 to 1. */
  weight: number;
  reason: string;
}

/**
 * Components that a subject may belong to, by its name, its labels, its
 * namespace and the images that it runs; the likeliest first. Hints add up as
 * independent ones do, so that no number of weak ones makes a certainty.
 */
export function candidatesOf(
  unclaimed: Unclaimed,
  names: ComponentNames,
): OwnershipCandidate[] {
  const hints = [
    ...byName(unclaimed, names),
    ...byLabels(unclaimed, names),
    ...byImages(unclaimed, names),
    ...byNamespace(unclaimed, names),
  ];
  const byComponent = new Map<string, Hint[]>();
  for (const found of hints) {
    const own = byComponent.get(found.entityRef) ?? [];
    byComponent.set(found.entityRef, [...own, found]);
  }
  return [...byComponent]
    .map(([entityRef, own]) => rank(entityRef, own))
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((a, b) => b.score - a.score || (a.entityRef < b.entityRef ? -1 : 1))
    .slice(0, MAX_CANDIDATES);
}

function rank(entityRef: string, hints: Hint[]): OwnershipCandidate {
  const doubt = hints.reduce((left, { weight }) => left * (1 - weight), 1);
  const sorted = [...hints].sort((a, b) => b.weight - a.weight);
  return {
    entityRef,
    score: Math.round((1 - doubt) * 100) / 100,
    reasons: [...new Set(sorted.map(({ reason }) => reason))],
  };
}

function byName({ subject }: Unclaimed, names: ComponentNames): Hint[] {
  const { kind, name } = subject;
  if (kind === 'repository') {
    const source = names
      .ofRepository(name)
      .map(entityRef => hint(entityRef, 0.8, `Its source is ${name}`));
    if (source.length > 0) return source;
  }
  const own = kind === 'image' || kind === 'repository' ? lastOf(name) : name;
  return resembling(names, own, 0.6, `${own} is named like it`);
}

function byLabels({ labels }: Unclaimed, names: ComponentNames): Hint[] {
  return NAME_LABELS.flatMap((key, at) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : '';
    return resembling(names, value, 0.5 - at * 0.05, `Label ${key}: ${value}`);
  });
}

function byImages({ images }: Unclaimed, names: ComponentNames): Hint[] {
  return images.flatMap(({ name, entityRefs }) =>
    entityRefs.length > 0
      ? entityRefs
          .filter(entityRef => names.has(entityRef))
          .map(entityRef => hint(entityRef, 0.6, `It runs its image ${name}`))
      : resembling(
          names,
          lastOf(name),
          0.4,
          `Its image ${name} is named like it`,
        ),
  );
}

function byNamespace(
  { subject: { namespace }, neighbours }: Unclaimed,
  names: ComponentNames,
): Hint[] {
  if (namespace === undefined) return [];
  const total = [...neighbours.values()].reduce((sum, own) => sum + own, 0);
  return [
    ...[...neighbours]
      .filter(([entityRef]) => names.has(entityRef))
      .map(([entityRef, own]) =>
        hint(
          entityRef,
          (0.5 * own) / total,
          `${own} of ${total} others in namespace ${namespace} belong to it`,
        ),
      ),
    ...resembling(
      names,
      namespace,
      0.3,
      `Namespace ${namespace} is named like it`,
    ),
    ...names
      .ofSystem(namespace)
      .map(entityRef =>
        hint(entityRef, 0.2, `Namespace ${namespace} is named like its system`),
      ),
  ];
}

function resembling(
  names: ComponentNames,
  text: string,
  weight: number,
  reason: string,
): Hint[] {
  return names
    .like(text)
    .map(({ entityRef, likeness }) =>
      hint(entityRef, weight * likeness, reason),
    );
}

function hint(entityRef: string, weight: number, reason: string): Hint {
  return { entityRef, weight, reason };
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
