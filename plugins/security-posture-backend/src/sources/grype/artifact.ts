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

export function readPackage(artifact: Artifact): VulnerablePackage {
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
    layer: location?.layerID,
  };
}
