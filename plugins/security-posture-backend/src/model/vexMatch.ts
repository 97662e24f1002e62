import { readImageReference } from 'backstage-plugin-security-posture-node';
import { PackageURL } from 'packageurl-js';
import { imageOfPurl } from './imageOfPurl';
import { packageKey } from './packageKey';

/** One place where a finding is seen: a digest of its subject, a version of its package. */
export interface VexSighting {
  /** `sha256:…` of an image. */
  digest?: string;
  tag?: string;
  packageVersion?: string;
}

/** A finding as products of VEX statements are compared with it. */
export interface VexCandidate {
  subject: { kind: string; name: string };
  packageKey: string;
}

const DIGEST = /^sha256:[a-f0-9]{64}$/;

const repositoryHosts: Record<string, string | undefined> = {
  bitbucket: 'bitbucket.org',
  github: 'github.com',
  gitlab: 'gitlab.com',
};

/** Whether a product is what a finding was seen in. */
export type ProductMatcher = (
  finding: VexCandidate,
  seen: VexSighting,
) => boolean;

/**
 * Reads a product of a VEX statement, to compare it with what findings were seen
 * in: their image line (at that digest or tag, where the product names one),
 * their repository, or their package (at that version, where the product names
 * one).
 *
 * A bare name is a whole one: `shop` is `docker.io/library/shop`, not any image
 * that ends with it, so that no statement hides more than its author knew of.
 * The exception is `pkg:oci/shop`, which the specification of package URLs leaves
 * open to any registry.
 */
export function productMatcher(product: string): ProductMatcher {
  if (DIGEST.test(product)) return (_, seen) => seen.digest === product;
  const read = product.startsWith('pkg:')
    ? purlMatcher(product)
    : imageMatcher(readImageReference(product));
  return (finding, seen) =>
    finding.subject.name === product || read(finding, seen);
}

function purlMatcher(product: string): ProductMatcher {
  const purl = parse(product);
  if (!purl) return nothing;
  const { type, namespace, name, version, qualifiers } = purl;
  if (type === 'oci' && !qualifiers?.repository_url) {
    return ({ subject }, { digest }) =>
      version
        ? version === digest
        : subject.kind === 'image' && subject.name.endsWith(`/${name}`);
  }
  if (type === 'oci' || type === 'docker') {
    return imageMatcher(imageOfPurl(product));
  }
  const host = repositoryHosts[type];
  const repository =
    host && !version && [host, namespace, name].filter(Boolean).join('/');
  const key = packageKey({ name, purl: product });
  return (finding, { packageVersion }) =>
    isRepository(finding, repository) ||
    (finding.packageKey === key &&
      (!version ||
        version === packageVersion ||
        // Distributions write an epoch before the version, package URLs beside it.
        version === packageVersion?.replace(/^\d+:/, '')));
}

function isRepository(
  { subject }: VexCandidate,
  name: string | false | undefined,
): boolean {
  return subject.kind === 'repository' && subject.name === name;
}

function imageMatcher(
  image: { name: string; tag?: string; digest?: string } | undefined,
): ProductMatcher {
  if (!image) return nothing;
  return ({ subject }, seen) => {
    if (subject.kind !== 'image' || subject.name !== image.name) return false;
    if (image.digest) return image.digest === seen.digest;
    return !image.tag || image.tag === seen.tag;
  };
}

function nothing(): boolean {
  return false;
}

function parse(purl: string): PackageURL | undefined {
  try {
    return PackageURL.fromString(purl);
  } catch {
    return undefined;
  }
}
