import { PackageURL } from 'packageurl-js';
import type { VulnerablePackage } from 'backstage-plugin-security-posture-node';
import type { Package } from './schema';

/** Type and namespace of the package URLs of an ecosystem, without release. */
const ecosystems = new Map<string, [type: string, namespace?: string]>([
  ['AlmaLinux', ['rpm', 'almalinux']],
  ['Alpine', ['apk', 'alpine']],
  ['Bitnami', ['bitnami']],
  ['Chainguard', ['apk', 'chainguard']],
  ['ConanCenter', ['conan']],
  ['CRAN', ['cran']],
  ['crates.io', ['cargo']],
  ['Debian', ['deb', 'debian']],
  ['GitHub Actions', ['github']],
  ['Go', ['golang']],
  ['Hackage', ['hackage']],
  ['Hex', ['hex']],
  ['Mageia', ['rpm', 'mageia']],
  ['Maven', ['maven']],
  ['MinimOS', ['apk', 'minimos']],
  ['npm', ['npm']],
  ['NuGet', ['nuget']],
  ['openEuler', ['rpm', 'openeuler']],
  ['openSUSE', ['rpm', 'opensuse']],
  ['Packagist', ['composer']],
  ['Photon OS', ['rpm', 'photon']],
  ['Pub', ['pub']],
  ['PyPI', ['pypi']],
  ['Red Hat', ['rpm', 'redhat']],
  ['Rocky Linux', ['rpm', 'rocky']],
  ['RubyGems', ['gem']],
  ['SUSE', ['rpm', 'suse']],
  ['SwiftURL', ['swift']],
  ['Ubuntu', ['deb', 'ubuntu']],
  ['Wolfi', ['apk', 'wolfi']],
]);

export interface Place {
  path: string | undefined;
  /** Layers of the image, in the order that `image_origin_details` counts. */
  layers: (string | undefined)[];
}

export function readPackage(found: Package, place: Place): VulnerablePackage {
  const { name, os_package_name: binary, version, commit } = found;
  const own = binary ?? name ?? commit ?? '';
  const layer = found.image_origin_details?.index;
  const purl = buildPurl(own, version, found.ecosystem);
  return {
    name: own,
    version: version ?? commit,
    purl: purl?.toString(),
    type: purl?.type ?? undefined,
    path: place.path,
    sourceName: binary && name !== binary ? name : undefined,
    layer: layer === undefined ? undefined : place.layers[layer],
  };
}

function buildPurl(
  name: string,
  version: string | undefined,
  ecosystem: string | undefined,
): PackageURL | undefined {
  const known = ecosystems.get(ecosystem?.split(':', 1)[0] ?? '');
  if (!known) return undefined;
  const [type, distribution] = known;
  const cut = name.lastIndexOf(type === 'maven' ? ':' : '/');
  const namespace = distribution ?? (cut > 0 ? name.slice(0, cut) : undefined);
  try {
    return new PackageURL(
      type,
      namespace,
      distribution ? name : name.slice(cut + 1),
      version,
      undefined,
      undefined,
    );
  } catch {
    return undefined;
  }
}
