import { literal, quoted } from './cel';

const HUB = 'docker.io';

/**
 * Whether an image lies in a registry, as CEL. Image references leave out what
 * container runtimes add: `nginx` is `docker.io/library/nginx`.
 *
 * @param image - the expression of the reference
 * @param place - a host, or a host with a path
 */
export function isInRegistry(image: string, place: string): string {
  const [host, ...path] = place.split('/');
  const written = place.includes('/')
    ? `${quoted(place)}([/:@]|$)`
    : `${quoted(place)}/`;
  const forms = [`^${written}`];
  if (host === HUB) {
    forms.push(`^index\\.${written}`);
    const [namespace, ...names] = path;
    if (namespace) forms.push(`^${path.map(quoted).join('/')}([/:@]|$)`);
    if (namespace === 'library' && names.length > 0) {
      forms.push(`^${names.map(quoted).join('/')}([:@]|$)`);
    }
  }
  const pattern = forms.length > 1 ? forms.join('|') : forms[0];
  const matches = `${image}.matches(${literal(pattern)})`;
  return host === HUB && isWhole(path)
    ? `(${matches} || ${withoutHost(image, path)})`
    : matches;
}

/** All of Docker Hub, or all of its official images: no name has to follow. */
function isWhole(path: string[]): boolean {
  return path.length === 0 || (path.length === 1 && path[0] === 'library');
}

function withoutHost(image: string, path: string[]): string {
  const short = `!${image}.contains("/")`;
  if (path.length > 0) return short;
  // A first part with a dot or a port is a host, and so is localhost.
  return `(${short} || (${image}.matches("^[^/.:]+/") && !${image}.startsWith("localhost/")))`;
}
