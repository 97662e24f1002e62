/** What is known of one digest of an image line, or of one branch of a repository. */
export interface CurrentArtifact {
  digest: string;
  /** When it was built; no value: it is of no build on a default branch. */
  builtAt?: string;
  /** It is the newest build. */
  built: boolean;
  running: boolean;
  /** Since when it runs, or when it last began to. */
  runningSince?: string;
}

/** What one source said about one of the artifacts. */
export interface ArtifactScope {
  digest: string;
  source: string;
  kind: string;
  part?: string;
  /** The source speaks of what is built, not of what runs. */
  ofBuild: boolean;
  /** It was reported completely, at least once. */
  isComplete: boolean;
}

/** For what the word of a scope holds today. */
export interface ScopeState {
  built: boolean;
  running: boolean;
  /** One of them: what it shows counts. */
  live: boolean;
}

/**
 * For what the scopes of one line hold: those of the newest build and of what
 * runs. A new artifact ends the word about the one before only once it was looked
 * at itself, since nobody has seen until then what is gone:
 *
 * - what a scanner said of a build holds until that scanner has reported a newer
 *   one completely. Two scanners are seldom done at the same time, and they see
 *   different things.
 * - what was said of the artifact that ran last holds while nothing of what runs
 *   in its place was reported completely by anybody.
 *
 * In the order of the scopes.
 */
export function currentScopes<S extends ArtifactScope>(
  artifacts: CurrentArtifact[],
  scopes: S[],
): { scope: S; state: ScopeState }[] {
  const byDigest = new Map(artifacts.map(each => [each.digest, each]));
  const newest = newestBuilds(byDigest, scopes);
  const lastRan = artifacts
    .filter(({ running }) => !running)
    .flatMap(({ runningSince }) => runningSince ?? [])
    .reduce((last, time) => (time > last ? time : last), '');
  const isUnseen = unseenKinds(byDigest, scopes);
  return scopes.map(scope => {
    const artifact = byDigest.get(scope.digest);
    const { builtAt, runningSince } = artifact ?? {};
    const newerThan = newest.get(groupOf(scope)) ?? '';
    const built =
      artifact?.built === true ||
      (scope.ofBuild && builtAt !== undefined && builtAt >= newerThan);
    const running =
      artifact?.running === true ||
      (runningSince !== undefined &&
        runningSince === lastRan &&
        isUnseen(scope.kind));
    return { scope, state: { built, running, live: built || running } };
  });
}

/** When the newest build was made that each source has reported completely. */
function newestBuilds(
  artifacts: Map<string, CurrentArtifact>,
  scopes: ArtifactScope[],
): Map<string, string> {
  const newest = new Map<string, string>();
  for (const scope of scopes) {
    const builtAt = artifacts.get(scope.digest)?.builtAt;
    if (!builtAt || !scope.ofBuild || !scope.isComplete) continue;
    const group = groupOf(scope);
    if (builtAt > (newest.get(group) ?? '')) newest.set(group, builtAt);
  }
  return newest;
}

function groupOf({ source, kind, part }: ArtifactScope): string {
  return JSON.stringify([source, kind, part]);
}

/** Tells the kinds of findings that nobody looked for in what runs. */
function unseenKinds(
  artifacts: Map<string, CurrentArtifact>,
  scopes: ArtifactScope[],
): (kind: string) => boolean {
  const isRunning = [...artifacts.values()].some(({ running }) => running);
  const seen = new Set(
    scopes
      .filter(({ digest, isComplete }) => {
        return isComplete && artifacts.get(digest)?.running;
      })
      .map(({ kind }) => kind),
  );
  return kind => isRunning && !seen.has(kind);
}
