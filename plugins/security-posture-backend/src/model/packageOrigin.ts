/** Types of packages that distributions are made of. */
const systemTypes = new Set([
  ...['alpm', 'apk', 'deb', 'ebuild', 'opkg', 'portage', 'qpkg', 'rpm'],
]);

/** Types that say nothing of where a package comes from, or that are none. */
const otherTypes = new Set([
  ...['', 'container', 'docker', 'generic', 'k8s', 'oci', 'os', 'swid'],
]);

/**
 * Whether a package came with the distribution or with a language; `other` is
 * what is neither, or of a type that does not tell.
 *
 * @param type - of the package URL: `deb`, `npm` …
 */
export function packageOrigin(
  type: string | undefined,
): 'system' | 'language' | 'other' {
  const own = type?.toLowerCase() ?? '';
  if (systemTypes.has(own)) return 'system';
  return otherTypes.has(own) ? 'other' : 'language';
}
