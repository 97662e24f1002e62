import { readImageReference } from 'backstage-plugin-security-posture-node';
import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts } from '../model/facts';
import { matchesGlob } from '../model/matchesGlob';
import { currentArtifacts } from './currentArtifacts';

/** An image line in use, with the digest if it is an artifact. */
export interface UsedImage {
  subjectId: string;
  name: string;
  digest?: string;
}

/** Every image that is built, runs, or is named by a workload: where it comes from is in its name. */
export function usedImages(facts: ComponentFacts): UsedImage[] {
  const artifacts = currentArtifacts(facts, 'image');
  const known = new Set(artifacts.map(({ name }) => name));
  const named = facts.workloads
    .flatMap(({ images }) => images)
    .filter(({ name }) => !known.has(name));
  return [
    ...artifacts,
    ...new Map(named.map(image => [image.name, image])).values(),
  ];
}

/** A piece of evidence about an image that is used. */
export function usedImageEvidence(
  { name, digest }: UsedImage,
  result: Evidence['result'],
  title: string,
): Evidence {
  return {
    kind: 'image',
    result,
    title,
    subject: { kind: 'image', name },
    ...(digest ? { digest } : {}),
  };
}

/** `ghcr.io` of `ghcr.io/acme/shop`. */
export function hostOf(imageLine: string): string {
  return imageLine.split('/', 1)[0];
}

/**
 * Whether an image line lies in a registry, given as a host or a host with a
 * path: `ghcr.io/acme` holds `ghcr.io/acme/shop` and not `ghcr.io/acme-x/shop`.
 */
export function isIn(imageLine: string, registry: string): boolean {
  const place = registry
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/?\**$/, '');
  return (
    place !== '' && (imageLine === place || imageLine.startsWith(`${place}/`))
  );
}

/** The image line of a reference, completed as container runtimes do: `docker.io/library/nginx`. */
export function imageLineOf(reference: string): string {
  return readImageReference(reference)?.name ?? reference;
}

/** Whether a text is as a pattern says, in which `*` stands for any characters. */
export function isLike(text: string, pattern: string): boolean {
  return matchesGlob(pattern.trim().toLowerCase(), text.toLowerCase());
}
