const usualDefaults = ['main', 'master', 'trunk'];

/**
 * The branch of a build of a pull or merge request. A fork may call its branch
 * `main`: what is built from it must not pass for a build of the default branch,
 * so that it can neither open nor close findings.
 */
export function branchOfRequest(
  source: string | undefined,
  target: string | undefined,
): string | undefined {
  if (source === undefined) return undefined;
  return source === target || usualDefaults.includes(source)
    ? `pull-request/${source}`
    : source;
}
