import {
  readImageReference,
  type ImageSubject,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import type { ImageTarget, ScanSource } from './schema';

const DIGEST = /^sha256:[a-f0-9]{64}$/;
const ARCHIVE = /\.(tar|tar\.gz|tgz|sif)$/i;
const PROVIDER =
  /^(docker|podman|containerd|registry|singularity|oci-registry):/;

/** What Grype was asked to scan. */
export function readSubject(source: ScanSource | undefined): SourceSubject {
  const target = source?.target;
  if (target === undefined) return { kind: 'artifact', name: 'unknown' };
  if (typeof target === 'string') return { kind: 'artifact', name: target };
  return (
    readImage(target) ?? {
      kind: 'artifact',
      name: target.userInput ?? 'unknown',
    }
  );
}

function readImage(target: ImageTarget): ImageSubject | undefined {
  const pulled = readAll(target.repoDigests);
  const known = [...readAll(target.tags), ...pulled];
  const asked = readUserInput(target.userInput);
  // An image id or `docker:name` reads like a name on Docker Hub; the image's
  // own names tell them apart.
  const image =
    asked && (known.length === 0 || known.some(isNamed(asked.name)))
      ? asked
      : known[0];
  if (!image) return undefined;
  const digest =
    image.digest ??
    pulled.find(isNamed(image.name))?.digest ??
    pulled[0]?.digest ??
    (DIGEST.test(target.manifestDigest ?? '')
      ? target.manifestDigest
      : undefined);
  return { ...image, ...(digest ? { digest } : {}) };
}

function readUserInput(input: string | undefined): ImageSubject | undefined {
  if (input === undefined || ARCHIVE.test(input)) return undefined;
  return (
    readImageReference(input) ?? readImageReference(input.replace(PROVIDER, ''))
  );
}

function readAll(references: string[]): ImageSubject[] {
  return references
    .map(readImageReference)
    .filter((image): image is ImageSubject => image !== undefined);
}

function isNamed(name: string): (image: ImageSubject) => boolean {
  return image => image.name === name;
}
