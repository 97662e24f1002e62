import type { VulnerablePackage } from 'backstage-plugin-security-posture-node';
import type { Artifact } from './schema';

/** Package types of Syft as the types of package URLs. */
const purlTypes = new Map([
  ['binary', 'generic'],
  ['dart-pub', 'pub'],
  ['dotnet', 'nuget'],
  ['github-action', 'github'],
  ['go-module', 'golang'],
  ['java-archive', 'maven'],
  ['jenkins-plugin', 'maven'],
  ['php-composer', 'composer'],
  ['python', 'pypi'],
  ['rust-crate', 'cargo'],
]);

const PURL = /^pkg:\/*([a-zA-Z0-9.+-]+)\//;

/** Lists of all packages of a distribution, which every installation writes anew. */
const DATABASE =
  /\/(?:dpkg\/status|apk\/db\/installed|(?:rpm|rpm-ostree)\/[^/]+|opkg\/status)$/;

/** @param baseLayers - digests of the layers that came with the base image, as far as they are known */
export function readPackage(
  artifact: Artifact,
  baseLayers: readonly string[],
): VulnerablePackage {
  const { name, version, type, purl } = artifact;
  const [location] = artifact.locations;
  const typeOfPurl = PURL.exec(purl ?? '')?.[1];
  return {
    name,
    version,
    purl: typeOfPurl ? purl : undefined,
    type: typeOfPurl ?? purlTypes.get(type ?? '') ?? type,
    path: location?.path,
    sourceName: artifact.upstreams[0]?.name,
    layer: layerOf(artifact, baseLayers),
  };
}

/**
 * The layer that brought a package. That of the list in which it was found is
 * the last one that installed anything, and tells at most that the package came
 * with the base image.
 */
function layerOf(
  { locations }: Artifact,
  baseLayers: readonly string[],
): string | undefined {
  const own = locations.find(one => one?.path && !DATABASE.test(one.path));
  if (own) return own.layerID;
  const last = locations[0]?.layerID;
  return last && baseLayers.includes(last) ? last : undefined;
}
