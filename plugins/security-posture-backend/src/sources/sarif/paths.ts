import { plainText } from 'backstage-plugin-security-posture-node';
import { ArtifactLocation, Invocation, type Run } from './schema';

/** Paths in a repository out of the locations of a run. */
export interface PathReader {
  read(location: ArtifactLocation): { path?: string; uri?: string };
}

/** Bases refer to bases, but not in circles. */
const MAX_BASES = 5;

export function pathReaderOf(run: Run): PathReader {
  const bases = readBases(run.originalUriBaseIds);
  const roots = rootsOf(run, bases);
  const known = new Map<string | undefined, Map<string, string | undefined>>();

  function pathOf(uri: string, baseId: string | undefined): string | undefined {
    const paths = known.get(baseId) ?? new Map<string, string | undefined>();
    known.set(baseId, paths);
    const earlier = paths.get(uri);
    if (earlier !== undefined) return earlier;
    const path = withoutRoot(filePath(underBase(uri, baseId, bases)), roots);
    paths.set(uri, path);
    return path;
  }

  return {
    read(location) {
      const { uri, uriBaseId } = location.uri
        ? location
        : artifactAt(run.artifacts, location.index) ?? location;
      return uri === undefined ? {} : { uri, path: pathOf(uri, uriBaseId) };
    },
  };
}

function artifactAt(
  artifacts: unknown[],
  index: number | undefined,
): ArtifactLocation | undefined {
  const artifact = index === undefined ? undefined : artifacts[index];
  return typeof artifact === 'object' &&
    artifact !== null &&
    'location' in artifact
    ? ArtifactLocation.safeParse(artifact.location).data
    : undefined;
}

function readBases(raw: unknown): Map<string, ArtifactLocation> {
  const bases = new Map<string, ArtifactLocation>();
  if (typeof raw !== 'object' || raw === null) return bases;
  for (const [id, value] of Object.entries(raw)) {
    const { data: base } = ArtifactLocation.safeParse(value);
    if (base) bases.set(id, base);
  }
  return bases;
}

function isAbsolute(uri: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/)/i.test(uri);
}

// A base that is absolute is a folder on the machine that ran the tool.
function underBase(
  uri: string,
  baseId: string | undefined,
  bases: Map<string, ArtifactLocation>,
): string {
  let path = uri.trim();
  let base = baseId === undefined ? undefined : bases.get(baseId);
  for (let level = 0; base && level < MAX_BASES; level += 1) {
    const prefix = base.uri?.trim() ?? '';
    if (isAbsolute(path) || isAbsolute(prefix)) return path;
    path = prefix + path;
    base = base.uriBaseId === undefined ? undefined : bases.get(base.uriBaseId);
  }
  return path;
}

function rootsOf(run: Run, bases: Map<string, ArtifactLocation>): string[] {
  const folders = [...bases.values()].map(({ uri }) => uri);
  for (const raw of run.invocations) {
    folders.push(Invocation.safeParse(raw).data?.workingDirectory?.uri);
  }
  return folders
    .map(uri => filePath(uri?.trim() ?? '') ?? '')
    .filter(path => isAbsolute(path) && path.length > 1)
    .map(path => (path.endsWith('/') ? path : `${path}/`));
}

function withoutRoot(
  path: string | undefined,
  roots: string[],
): string | undefined {
  const root = path && roots.find(folder => path.startsWith(folder));
  return root ? path.slice(root.length) || '.' : path;
}

/** Has no scheme, no escape and no folder at its beginning that means nothing. */
const PLAIN_PATH = /^\w[\w./-]{0,900}$/;

/** The path of a URI: `file:///C:/a%20b.c` is `C:/a b.c`, relative ones stay so. */
function filePath(uri: string): string | undefined {
  if (PLAIN_PATH.test(uri)) return uri;
  const path = decoded(uri.slice(0, 4000))
    .replace(/^file:(\/\/[^/]*)?/i, '')
    .replace(/^\/+/, '/')
    .replace(/^\/([a-zA-Z]:)/, '$1')
    .replace(/^\.\/+/, '');
  return plainText(path, 1000) || undefined;
}

function decoded(uri: string): string {
  if (!uri.includes('%')) return uri;
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
