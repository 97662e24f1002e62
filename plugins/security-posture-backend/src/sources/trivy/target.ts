import {
  type ImageSubject,
  plainText,
  readImageReference,
} from 'backstage-plugin-security-posture-node';
import type { Result } from './schema';

/** Headings under which Trivy gathers packages of many files. */
const headings = new Set([
  ...['Python', 'Conda', 'Ruby', 'Node.js', 'Java', 'PHP', 'Kubernetes'],
  ...['OS Packages', 'Loose File License(s)'],
]);

/**
 * The file that a result speaks of, if it is one: not the image itself, nor a
 * heading such as `Java`. No tag of an image may end up in a path.
 */
export function fileOf(
  result: Result,
  artifactName: string | undefined,
): string | undefined {
  const { Target: target } = result;
  if (
    !target ||
    result.Class === 'os-pkgs' ||
    headings.has(target) ||
    target === artifactName ||
    operatingSystemTarget(target)
  ) {
    return undefined;
  }
  return plainText(target, 1000) || undefined;
}

/** `nginx:1.25 (debian 12.4)` apart: what was scanned, and its distribution. */
export function operatingSystemTarget(
  target: string,
): { artifact: string; family: string } | undefined {
  const open = target.lastIndexOf(' (');
  if (open <= 0 || !target.endsWith(')')) return undefined;
  const words = target.slice(open + 2, -1).split(' ');
  if (words.length < 2) return undefined;
  return { artifact: target.slice(0, open), family: words[0] };
}

/** The image that the targets of some results name, if they name just one. */
export function imageOfTargets(results: Result[]): ImageSubject | undefined {
  const images = new Map<string, ImageSubject>();
  for (const { Target: target } of results) {
    const system = target ? operatingSystemTarget(target) : undefined;
    const image =
      system && !isFileName(system.artifact)
        ? readImageReference(system.artifact)
        : undefined;
    if (image) images.set(JSON.stringify(image), image);
  }
  const [image, ...others] = images.values();
  return others.length === 0 ? image : undefined;
}

/** Whether a name is rather a file or folder than an image. */
export function isFileName(name: string): boolean {
  return (
    /^[./~]/.test(name) ||
    /\.(tar|tgz|tar\.(gz|zst|xz|bz2)|json|ya?ml|zip)$/i.test(name)
  );
}
