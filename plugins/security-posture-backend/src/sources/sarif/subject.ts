import {
  type ImageSubject,
  plainText,
  readImageReference,
  readRepository,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import type { Place } from './place';
import type { Producer } from './producer';
import { ImageProperties, type Run, VersionControl } from './schema';

const ARCHIVE = /\.(tar|tgz|tar\.gz)$/;

/** The repository from which a run says that its files come. */
export function versionControlOf(run: Run): VersionControl | undefined {
  for (const raw of run.versionControlProvenance.slice(0, 10)) {
    const { data } = VersionControl.safeParse(raw);
    if (data) return data;
  }
  return undefined;
}

/** What a run speaks of: an image, a repository, else what it calls itself. */
export function subjectOf(
  run: Run,
  producer: Producer,
  firstPlace: Place | undefined,
): SourceSubject {
  const image =
    imageOfProperties(run) ??
    (firstPlace && imageOfPlace(firstPlace, producer));
  if (image) return image;
  const source = versionControlOf(run);
  const repository = readRepository(source?.repositoryUri);
  if (repository) {
    const { revisionId } = source ?? {};
    return {
      kind: 'repository',
      name: repository,
      ...(revisionId ? { digest: plainText(revisionId, 100) } : {}),
    };
  }
  const name = plainText(source?.repositoryUri ?? categoryOf(run) ?? '', 500);
  return { kind: 'artifact', name: name || 'unknown' };
}

/** The id of a run without its last part, which is new in every run. */
export function categoryOf(run: Run): string | undefined {
  const id = run.automationDetails?.id;
  const slash = id?.lastIndexOf('/') ?? -1;
  return id !== undefined && slash > 0
    ? plainText(id.slice(0, slash), 300) || undefined
    : undefined;
}

function imageOfProperties(run: Run): ImageSubject | undefined {
  const { data } = ImageProperties.safeParse(run.properties);
  if (!data?.imageName) return undefined;
  const { imageName, repoTags, repoDigests } = data;
  const name = ARCHIVE.test(imageName) ? repoTags[0] : imageName;
  const image = [name, ...repoTags, ...repoDigests]
    .slice(0, 50)
    .map(readImageReference)
    .find(found => found !== undefined);
  if (!image || image.digest) return image;
  const { digest } =
    repoDigests
      .slice(0, 50)
      .map(readImageReference)
      .find(found => found?.digest && found.name === image.name) ?? {};
  return digest ? { ...image, digest } : image;
}

function imageOfPlace(
  place: Place,
  producer: Producer,
): ImageSubject | undefined {
  if (producer.name.startsWith('grype')) {
    return place.logicalLocations
      .map(({ fullyQualifiedName }) => imageOfGrype(fullyQualifiedName ?? ''))
      .find(image => image !== undefined);
  }
  return producer.locatesImage && place.uri && !ARCHIVE.test(place.uri)
    ? imageOfUri(place.uri)
    : undefined;
}

/** Grype writes `nginx:1.25@sha256:<layer>:/path`, with or without the layer. */
function imageOfGrype(text: string): ImageSubject | undefined {
  const end = text.indexOf(':/');
  const layer = text.lastIndexOf('@', end);
  if (end < 0 || layer < 1) return undefined;
  if (!/^@(sha256:[a-f0-9]{64})?$/.test(text.slice(layer, end))) {
    return undefined;
  }
  const name = text.slice(0, layer);
  return ARCHIVE.test(name) ? undefined : readImageReference(name);
}

/** Snyk writes `nginx_1.25` and `nginx@sha256_…`: a colon is not for every URI. */
function imageOfUri(uri: string): ImageSubject | undefined {
  const written = uri.replace('@sha256_', '@sha256:');
  if (written.includes(':', written.lastIndexOf('/') + 1)) {
    return readImageReference(written);
  }
  const underscore = written.lastIndexOf('_');
  return readImageReference(
    underscore > written.lastIndexOf('/')
      ? `${written.slice(0, underscore)}:${written.slice(underscore + 1)}`
      : written,
  );
}
