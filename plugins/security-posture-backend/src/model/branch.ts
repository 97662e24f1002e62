/** Branches that services are built from, by the habit of the field. */
const usual = ['main', 'master', 'trunk'];

/**
 * Whether a report about a branch speaks of what the service is built from. No
 * branch named: it does. A branch that is none of the usual ones does so only as
 * long as no usual one was seen, and if it was the first to be seen: some teams
 * build from `develop`.
 *
 * @param known - the branches that count already
 */
export function isDefaultBranch(
  branch: string | undefined,
  known: string[],
): boolean {
  if (branch === undefined) return true;
  const short = branch.replace(/^refs\/heads\//, '');
  if (usual.includes(short)) return true;
  if (known.some(name => usual.includes(name.replace(/^refs\/heads\//, ''))))
    return false;
  return known.length === 0 || known.includes(branch);
}

/** Stands for the digest of an artifact that a branch other than the default was built to. */
export function branchDigest(branch: string | undefined): string {
  return `branch:${branch ?? ''}`;
}
