import { PackageURL } from 'packageurl-js';
import type { VulnerablePackage } from 'backstage-plugin-security-posture-node';

/**
 * What makes a package the same package in every version and for every tool:
 * type, namespace and name of its package URL, without version, qualifiers and
 * subpath. A package without a package URL falls back to type and name.
 */
export function packageKey(pkg: VulnerablePackage): string {
  const parsed = parse(pkg.purl);
  if (parsed) {
    const { type, namespace, name } = parsed;
    return normalise(type, [namespace, name].filter(Boolean).join('/'));
  }
  return normalise(pkg.type ?? '', pkg.name.replace(/:/g, '/'));
}

function parse(purl: string | undefined): PackageURL | undefined {
  if (!purl) return undefined;
  try {
    return PackageURL.fromString(purl);
  } catch {
    return undefined;
  }
}

function normalise(type: string, name: string): string {
  const lowerType = type.toLocaleLowerCase('en-US');
  const lowerName = name.toLocaleLowerCase('en-US');
  const plain = lowerType === 'pypi' ? lowerName.replace(/_/g, '-') : lowerName;
  return `${lowerType}/${plain}`;
}
