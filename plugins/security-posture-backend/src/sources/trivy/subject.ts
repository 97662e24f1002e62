import {
  type ImageSubject,
  plainText,
  readImageReference,
  readRepository,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import type { ArtifactDocument, Metadata, Result } from './schema';
import { imageOfTargets, isFileName, operatingSystemTarget } from './target';

const IMAGE_ID = /^(sha256:)?[a-f0-9]{12,64}$/;

/** What a report of one artifact speaks of. */
export function subjectOf(
  document: ArtifactDocument,
  results: Result[],
): SourceSubject {
  const {
    ArtifactType: type,
    ArtifactName: name,
    Metadata: metadata,
  } = document;
  const repository =
    readRepository(metadata?.RepoURL) ??
    (type === 'repository' ? readRepository(name) : undefined);
  if (repository) {
    const commit = metadata?.Commit;
    return {
      kind: 'repository',
      name: repository,
      ...(commit ? { digest: plainText(commit, 100) } : {}),
    };
  }
  const image = imageOf(document, results);
  if (image) return image;
  const target = results.find(result => result.Target)?.Target;
  const fallback = target
    ? operatingSystemTarget(target)?.artifact ?? target
    : 'unknown';
  return {
    kind: 'artifact',
    name: plainText(name ?? fallback, 500) || 'unknown',
  };
}

function imageOf(
  document: ArtifactDocument,
  results: Result[],
): ImageSubject | undefined {
  const { ArtifactType: type, ArtifactName: name = '' } = document;
  if (type === 'filesystem' || type === 'repository' || type === 'vm') {
    return undefined;
  }
  const metadata = document.Metadata;
  const isSbom = type === 'cyclonedx' || type === 'spdx';
  const image =
    imageOfMetadata(metadata, isSbom ? '' : name) ??
    (name === '' ? imageOfTargets(results) : undefined);
  // Without a type only a tag or digest tells an image from a folder.
  const isSure =
    type === 'container_image' || isSbom || image?.tag || image?.digest;
  return isSure ? image : undefined;
}

/**
 * The image that a scan was asked for. Its own tags and digests say it where
 * the name is an archive or an image id, as in `trivy image --input a.tar`.
 */
export function imageOfMetadata(
  metadata: Metadata | undefined,
  artifactName: string,
): ImageSubject | undefined {
  const tags = metadata?.RepoTags ?? [];
  const digests = metadata?.RepoDigests ?? [];
  const candidates = [metadata?.Reference];
  if (artifactName === '' || IMAGE_ID.test(artifactName)) {
    candidates.push(...tags, ...digests);
  } else if (isFileName(artifactName)) {
    candidates.push(...tags);
  } else {
    candidates.push(artifactName);
  }
  for (const candidate of candidates.slice(0, 50)) {
    const image = readImageReference(candidate);
    if (image) return withDigest(image, digests);
  }
  return undefined;
}

/** The image with the digest that goes by the same name. */
export function withDigest(
  image: ImageSubject,
  digests: string[],
): ImageSubject {
  if (image.digest) return image;
  for (const text of digests.slice(0, 50)) {
    const other = readImageReference(text);
    if (other?.digest && other.name === image.name) {
      return { ...image, digest: other.digest };
    }
  }
  return image;
}
