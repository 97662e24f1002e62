import type { ImageSubject } from '../model';

const DIGEST = /^sha256:[a-f0-9]{64}$/;
const TAG = /^\w[\w.-]{0,127}$/;
const PATH = /^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
const REGISTRY =
  /^([a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?|\[[a-fA-F0-9:]+\])(:\d{1,5})?$/;

/**
 * Reads an image reference into its image line, tag and digest. Names without a
 * registry are Docker Hub's, as every container runtime reads them: `nginx` is
 * `docker.io/library/nginx`.
 *
 * @returns undefined if the text is no image reference
 * @public
 */
export function readImageReference(text: unknown): ImageSubject | undefined {
  if (typeof text !== 'string' || text.length > 1000) return undefined;
  const bare = text
    .trim()
    .replace(/^(docker|docker-pullable|oci|containerd):\/\//, '');
  const [beforeDigest, digest, ...more] = bare.split('@');
  if (more.length > 0 || (digest !== undefined && !DIGEST.test(digest))) {
    return undefined;
  }
  const colon = beforeDigest.lastIndexOf(':');
  const hasTag = colon > beforeDigest.lastIndexOf('/');
  const tag = hasTag ? beforeDigest.slice(colon + 1) : undefined;
  const name = imageLine(hasTag ? beforeDigest.slice(0, colon) : beforeDigest);
  if (!name || (tag !== undefined && !TAG.test(tag))) return undefined;
  return {
    kind: 'image',
    name,
    ...(tag ? { tag } : {}),
    ...(digest ? { digest } : {}),
  };
}

function imageLine(name: string): string | undefined {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const isRegistry =
    first === 'localhost' || first.includes('.') || first.includes(':');
  const registry = isRegistry ? first.toLowerCase() : 'docker.io';
  const path = isRegistry ? name.slice(slash + 1) : name;
  if (!REGISTRY.test(registry) || path.length > 255 || !PATH.test(path)) {
    return undefined;
  }
  if (registry === 'docker.io' || registry === 'index.docker.io') {
    return `docker.io/${path.includes('/') ? path : `library/${path}`}`;
  }
  return `${registry}/${path}`;
}
