/** What is known of one digest of an image line, or of one branch of a repository. */
export interface ArtifactFacts {
  subjectId: string;
  digest: string;
  /** When the newest report of its build on a default branch was made. */
  builtAt?: string;
  /** When the newest report from a cluster that names no workload was made. */
  ranAt?: string;
  /** Some workload was seen to run it. */
  runsInWorkload: boolean;
}

/**
 * Which artifacts of each line count today: the newest build, and whatever runs.
 * All others are history. In the order of the facts.
 */
export function currentArtifacts(
  facts: ArtifactFacts[],
): { built: boolean; running: boolean }[] {
  const newestBuilt = newest(facts, ({ builtAt }) => builtAt);
  const newestRan = newest(facts, ({ ranAt }) => ranAt);
  return facts.map(({ subjectId, builtAt, ranAt, runsInWorkload }) => ({
    built: builtAt !== undefined && builtAt === newestBuilt.get(subjectId),
    running:
      runsInWorkload ||
      (ranAt !== undefined && ranAt === newestRan.get(subjectId)),
  }));
}

function newest(
  facts: ArtifactFacts[],
  timeOf: (artifact: ArtifactFacts) => string | undefined,
): Map<string, string> {
  const times = new Map<string, string>();
  for (const artifact of facts) {
    const time = timeOf(artifact);
    const known = times.get(artifact.subjectId);
    if (time && (!known || time > known)) times.set(artifact.subjectId, time);
  }
  return times;
}
