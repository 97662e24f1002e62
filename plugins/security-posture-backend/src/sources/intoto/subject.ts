import { PackageURL } from 'packageurl-js';
import {
  type ImageSubject,
  plainText,
  readImageReference,
  readRepository,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { Resource } from './schema';

/** Builds of many platforms name many files; more than these help nobody. */
export const MAX_SUBJECTS = 200;

/** What a statement speaks of, each thing once. */
export function subjectsOf(list: unknown[]): SourceSubject[] {
  const subjects = new Map<string, SourceSubject>();
  for (const raw of list) {
    if (subjects.size === MAX_SUBJECTS) break;
    const subject = readSubject(Resource.safeParse(raw).data);
    if (!subject) continue;
    const digest = 'digest' in subject ? subject.digest : undefined;
    const key = `${subject.kind} ${subject.name} ${digest ?? ''}`;
    if (!subjects.has(key)) subjects.set(key, subject);
  }
  return [...subjects.values()];
}

function readSubject(
  resource: Resource | undefined,
): SourceSubject | undefined {
  const { name: named, uri, digest } = resource ?? {};
  const sha256 = digest?.sha256 ? `sha256:${digest.sha256}` : undefined;
  const text = named ?? uri ?? sha256;
  if (text === undefined) return undefined;
  const image = sha256 ? imageOf(text) : undefined;
  if (image && sha256 && isDigest(sha256)) return { ...image, digest: sha256 };
  const commit = digest?.gitCommit ?? digest?.sha1;
  const repository = commit ? repositoryOf(text) : undefined;
  if (repository && commit) {
    return {
      kind: 'repository',
      name: repository,
      digest: plainText(commit, 100),
    };
  }
  const name = plainText(text, 500);
  if (name === '') return undefined;
  return {
    kind: 'artifact',
    name,
    ...(sha256 && isDigest(sha256) ? { digest: sha256 } : {}),
  };
}

function isDigest(text: string): boolean {
  return /^sha256:[a-f0-9]{64}$/.test(text);
}

/** Only a registry before it tells an image from a file: both have a digest. */
function imageOf(name: string): ImageSubject | undefined {
  if (name.startsWith('pkg:')) return imageOfPurl(name);
  const slash = name.indexOf('/');
  if (slash < 1 || !/[.:]|^localhost$/.test(name.slice(0, slash))) {
    return undefined;
  }
  return readImageReference(name);
}

function imageOfPurl(text: string): ImageSubject | undefined {
  if (text.length > 1000) return undefined;
  try {
    const purl = PackageURL.fromString(text);
    const registry = purl.qualifiers?.repository_url;
    const path = [purl.namespace, purl.name].filter(Boolean).join('/');
    if (purl.type === 'docker') {
      return readImageReference(registry ? `${registry}/${path}` : path);
    }
    return purl.type === 'oci' ? readImageReference(registry) : undefined;
  } catch {
    return undefined;
  }
}

/** `git+https://github.com/acme/shop@refs/tags/v1` as `github.com/acme/shop`. */
export function repositoryOf(uri: string | undefined): string | undefined {
  if (uri === undefined || uri.length > 2000) return undefined;
  const path = uri.indexOf('/', uri.indexOf('://') + 3);
  const ref = path < 0 ? -1 : uri.indexOf('@', path);
  return readRepository(ref < 0 ? uri : uri.slice(0, ref));
}
