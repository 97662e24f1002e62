import type {
  JudgedCheck,
  Risk,
} from 'backstage-plugin-security-posture-common';
import { highestExposure } from '../../model/exposure';
import type { ComponentFacts, WorkloadFacts } from '../../model/facts';
import type { Burden } from './hazard';

/** Together they multiply the odds by no more than this. */
const MAX_MULTIPLIER = 2.5;

const FULL = { title: 'Runs privileged', factor: 1.4 };
const SOME = { title: 'Runs as root or with added capabilities', factor: 1.2 };

/** What a failure of these checks says of the rights of whoever breaks in. */
export const privileges: Partial<Record<string, 'full' | 'some'>> = {
  'deploy.privileged': 'full',
  'deploy.caps.added': 'some',
  'deploy.runAsNonRoot': 'some',
  'image.user.root': 'some',
};

export function privilegeOf({ checkId }: JudgedCheck) {
  return privileges[checkId];
}

export interface Surroundings {
  entries: Risk['context'];
  /** The product of the entries' factors, 1 or more. */
  product: number;
}

/**
 * What surrounds the vulnerabilities of a component, apart from privileges. Each
 * factor is 1 or more, so that what is unknown never lowers what is known.
 */
export function surroundingsOf({
  component,
  workloads,
}: ComponentFacts): Surroundings {
  const entries: Risk['context'] = [];
  switch (
    highestExposure(
      workloads.flatMap(({ exposure }) => (exposure ? [exposure] : [])),
    )
  ) {
    case 'external':
      entries.push({ title: 'Reachable from outside', factor: 1.5 });
      break;
    case 'node':
      entries.push({ title: 'Reachable through the nodes', factor: 1.3 });
      break;
    default:
  }
  if (workloads.some(holdsSecrets)) {
    entries.push({ title: 'Holds secrets', factor: 1.1 });
  }
  if (component.tier === 1) entries.push({ title: 'Tier 1', factor: 1.3 });
  if (component.tier === 2) entries.push({ title: 'Tier 2', factor: 1.1 });
  let product = 1;
  for (const { factor } of entries) product *= factor;
  return { entries, product };
}

/** What multiplies the odds of the stage build: 1 to 2.5. */
export function multiplierOf(
  { product }: Pick<Surroundings, 'product'>,
  { full, some }: Pick<Burden, 'full' | 'some'>,
): number {
  const privilege = privilegeFactor(full, some);
  return Math.min(MAX_MULTIPLIER, product * (privilege?.factor ?? 1));
}

/** The factors to show; their product is the multiplier. */
export function contextOf(
  { entries, product }: Surroundings,
  { full, some }: Pick<Burden, 'full' | 'some'>,
): Risk['context'] {
  const privilege = privilegeFactor(full, some);
  const all = privilege ? [...entries, privilege] : [...entries];
  const uncapped = product * (privilege?.factor ?? 1);
  if (uncapped > MAX_MULTIPLIER) {
    all.push({
      title: `Together at most ${MAX_MULTIPLIER}`,
      factor: MAX_MULTIPLIER / uncapped,
    });
  }
  return all;
}

function privilegeFactor(full: number, some: number) {
  if (full > 0) return FULL;
  return some > 0 ? SOME : undefined;
}

function holdsSecrets({ configuration }: WorkloadFacts): boolean {
  if (!configuration) return false;
  const { containers, settings } = configuration;
  return (
    (settings.volumes ?? []).some(
      ({ type, projects }) =>
        type === 'secret' ||
        (projects ?? []).some(project => project.type === 'secret'),
    ) ||
    containers.some(({ env, envFrom }) =>
      [...(env ?? []), ...(envFrom ?? [])].some(
        ({ from }) => from === 'secret',
      ),
    )
  );
}
