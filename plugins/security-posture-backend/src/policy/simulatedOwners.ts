import type {
  SimulatedComponent,
  SimulatedOwner,
} from 'backstage-plugin-security-posture-common';

/**
 * Sums up by owner what changes, who is hit most first. Owners for whom nothing
 * changes are left out.
 *
 * @param evaluated - how many components of each owner were judged
 */
export function ownersOf(
  evaluated: ReadonlyMap<string | undefined, number>,
  changes: readonly SimulatedComponent[],
): SimulatedOwner[] {
  const byOwner = new Map<string | undefined, SimulatedComponent[]>();
  for (const change of changes) {
    const own = byOwner.get(change.ownerRef) ?? [];
    own.push(change);
    byOwner.set(change.ownerRef, own);
  }
  return [...byOwner]
    .map(([ownerRef, own]) => ({
      ownerRef,
      components: evaluated.get(ownerRef) ?? 0,
      broken: refsWith(own, 'broken'),
      passing: refsWith(own, 'passing'),
      checks: failingChecks(own),
    }))
    .sort(
      (a, b) =>
        b.broken - a.broken ||
        b.passing - a.passing ||
        ((a.ownerRef ?? '') < (b.ownerRef ?? '') ? -1 : 1),
    );
}

function refsWith(
  changes: readonly SimulatedComponent[],
  wanted: SimulatedComponent['change'],
): number {
  return new Set(
    changes
      .filter(({ change }) => change === wanted)
      .map(({ entityRef }) => entityRef),
  ).size;
}

function failingChecks(
  changes: readonly SimulatedComponent[],
): SimulatedOwner['checks'] {
  const refs = new Map<string, Set<string>>();
  for (const { entityRef, newlyFailing } of changes) {
    for (const checkId of newlyFailing) {
      refs.set(checkId, (refs.get(checkId) ?? new Set()).add(entityRef));
    }
  }
  return [...refs]
    .map(([checkId, { size }]) => ({ checkId, components: size }))
    .sort((a, b) => b.components - a.components);
}
