import { PackageURL } from 'packageurl-js';
import type { VulnerablePackage } from 'backstage-plugin-security-posture-node';

// Most package URLs have nothing in them that a parser would have to decode but
// the `@` of a scope and `+`, and no rule of their type to break: `maven` wants
// a namespace, `golang` a version that is semantic. Parsing one takes longer
// than validating its whole finding.
const PLAIN = plainPurl();

function plainPurl(): RegExp {
  const number = String.raw`(?:0|[1-9]\d*)`;
  const types = [
    ...['apk', 'cargo', 'composer', 'deb', 'gem', 'generic', 'github', 'npm'],
    ...['nuget', 'pypi', 'rpm'],
    String.raw`maven(?=\/[^/@?]+\/[^/@?])`,
    String.raw`golang(?!\/[^@]*@v(?!${number}\.${number}\.${number}(?:\?|$)))`,
  ];
  const part = String.raw`[a-z0-9_](?:[\w.~+-]|%2B)*`;
  const name = String.raw`(?:(?:%40)?${part}\/)*${part}`;
  const version = String.raw`@(?:[\w.~+:-]|%2B)+`;
  const pair = String.raw`[a-z][a-z_-]*=(?:[\w.:~-]|%[2-7][0-9A-F])+`;
  return new RegExp(
    String.raw`^pkg:(${types.join(
      '|',
    )})\/(${name})(?:${version})?(?:\?${pair}(?:&${pair})*)?$`,
    'i',
  );
}

// A finding's names and its place both ask for it.
const known = new WeakMap<VulnerablePackage, string>();

/**
 * What makes a package the same package in every version and for every tool:
 * type, namespace and name of its package URL, without version, qualifiers and
 * subpath. A package without a package URL falls back to type and name.
 */
export function packageKey(pkg: VulnerablePackage): string {
  const earlier = known.get(pkg);
  if (earlier !== undefined) return earlier;
  const key = keyOf(pkg);
  known.set(pkg, key);
  return key;
}

function keyOf(pkg: VulnerablePackage): string {
  const plain = pkg.purl === undefined ? null : PLAIN.exec(pkg.purl);
  if (plain) {
    const [, type, name] = plain;
    return normalise(type, name.replace(/%40/g, '@').replace(/%2B/gi, '+'));
  }
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
  const lowerType = type.toLowerCase();
  const lowerName = name.toLowerCase();
  const plain = lowerType === 'pypi' ? lowerName.replace(/_/g, '-') : lowerName;
  return `${lowerType}/${plain}`;
}
