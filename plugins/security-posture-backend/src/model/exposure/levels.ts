/** From how far a workload can be reached; `node`: from the network of the nodes. Nearest first. */
export const exposureLevels = ['internal', 'node', 'external'] as const;

export type Exposure = (typeof exposureLevels)[number];

/** The level that reaches furthest. */
export function highestExposure(
  levels: Iterable<Exposure>,
): Exposure | undefined {
  let highest = -1;
  for (const level of levels) {
    highest = Math.max(highest, exposureLevels.indexOf(level));
  }
  return highest < 0 ? undefined : exposureLevels[highest];
}

/**
 * The level of an image line: the highest of the workloads that run it. While
 * one of them is unknown, only `external` is certain.
 */
export function exposureOfImage(
  workloads: readonly (Exposure | undefined)[],
): Exposure | undefined {
  const known = workloads.filter(level => level !== undefined);
  const highest = highestExposure(known);
  return known.length === workloads.length || highest === 'external'
    ? highest
    : undefined;
}

/**
 * Whether the internet can reach it. Who can reach a node depends on a network
 * that no manifest shows: unknown.
 */
export function isExposed(level: Exposure | undefined): boolean | undefined {
  switch (level) {
    case 'external':
      return true;
    case 'internal':
      return false;
    default:
      return undefined;
  }
}
