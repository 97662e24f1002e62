/**
 * `https://github.com/acme/shop.git`, `git@github.com:acme/shop.git` and
 * `url:https://github.com/acme/shop/tree/main/` as `github.com/acme/shop`.
 *
 * @returns undefined if the text names no repository on a host
 * @public
 */
export function readRepository(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 2000) return undefined;
  const bare = text
    .trim()
    .replace(/^(url:|git\+|scm:git:)+/, '')
    .replace(/^git@([^:/]+):/, 'ssh://git@$1/');
  const match =
    /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/\s]*@)?([a-zA-Z0-9.-]+\.[a-zA-Z]{2,}|localhost)(?::\d+)?\/([^?#\s]+)/.exec(
      bare,
    );
  if (!match) return undefined;
  const path = match[2]
    .replace(/\/(-\/)?(tree|blob|src|commit)\/.*$/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  if (path === '') return undefined;
  return `${match[1]}/${path}`.toLowerCase();
}
