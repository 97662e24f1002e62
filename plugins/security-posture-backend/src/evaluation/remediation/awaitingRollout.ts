import type { ArtifactFacts, ComponentFacts } from '../../model/facts';

/** An image line of which something older than the newest build runs. */
export interface Rollout {
  newest: ArtifactFacts;
  /** What runs of the line and is not the newest build. */
  running: ArtifactFacts[];
  /** Ids of findings that what runs has and the newest build has not. */
  findingIds: string[];
}

/** Image lines whose newest build ends findings of what runs, in the order of the facts. */
export function rolloutsOf({ artifacts, findings }: ComponentFacts): Rollout[] {
  return artifacts
    .filter(({ kind, built, running }) => kind === 'image' && built && !running)
    .map(newest => ({
      newest,
      running: artifacts.filter(
        artifact =>
          artifact.subjectId === newest.subjectId &&
          artifact.running &&
          !artifact.built,
      ),
      findingIds: findings
        .filter(
          finding =>
            finding.subjectId === newest.subjectId &&
            finding.kind !== 'alert' &&
            // A new build takes it out of what runs; whoever has it keeps it.
            finding.kind !== 'secret' &&
            finding.running &&
            !finding.built,
        )
        .map(({ id }) => id),
    }))
    .filter(({ findingIds }) => findingIds.length > 0);
}
