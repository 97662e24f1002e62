import {
  type ImageSubject,
  plainText,
  readImageReference,
  readWorkload,
  type SourceSubject,
  type WorkloadSubject,
} from 'backstage-plugin-security-posture-node';
import type { Metadata, ReportFrame } from './schema';

/** Whom a report speaks of: the workload, its container and the image in it. */
export interface ReportSubjects {
  owner: SourceSubject;
  workload?: WorkloadSubject;
  container?: string;
  image?: ImageSubject;
  imageReference?: string;
}

export function readSubjects(
  metadata: Metadata,
  frame: ReportFrame,
  cluster: string | undefined,
): ReportSubjects {
  const container = labelOf(metadata, 'container.name');
  const imageReference = imageReferenceOf(frame);
  const image = readImageReference(imageReference);
  const scanned = readScanned(metadata, cluster);
  return {
    owner:
      scanned ??
      image ??
      artifact(imageReference ?? metadata.name ?? 'unknown', cluster),
    ...(scanned?.kind === 'workload' ? { workload: scanned } : {}),
    ...(container ? { container: plainText(container, 300) } : {}),
    ...(image ? { image } : {}),
    ...(imageReference
      ? { imageReference: plainText(imageReference, 600) }
      : {}),
  };
}

function readScanned(
  metadata: Metadata,
  cluster: string | undefined,
): SourceSubject | undefined {
  const labelled = {
    kind: labelOf(metadata, 'resource.kind'),
    // Names that are too long or odd for a label are annotated.
    name: labelOf(metadata, 'resource.name'),
  };
  const owner = metadata.ownerReferences;
  const kind = plainText(labelled.kind ?? owner?.kind ?? '', 100);
  const name = plainText(labelled.name ?? owner?.name ?? '', 300);
  if (kind === '' || name === '') return undefined;
  if (kind === 'Node' || kind === 'Namespace') {
    return {
      kind: kind === 'Node' ? 'node' : 'namespace',
      name,
      ...(cluster ? { cluster } : {}),
    };
  }
  const namespace =
    labelOf(metadata, 'resource.namespace') ?? metadata.namespace;
  return readWorkload({
    kind,
    name,
    ...(cluster ? { cluster } : {}),
    ...(namespace ? { namespace: plainText(namespace, 300) } : {}),
  });
}

function labelOf(
  { labels, annotations }: Metadata,
  key: string,
): string | undefined {
  for (const tool of ['trivy-operator', 'starboard']) {
    const value = labels[`${tool}.${key}`] || annotations[`${tool}.${key}`];
    if (value) return value;
  }
  return undefined;
}

function imageReferenceOf({
  artifact: image,
  registry,
}: ReportFrame): string | undefined {
  if (!image?.repository) return undefined;
  const { repository, tag, digest } = image;
  const server = registry?.server;
  return [
    server ? `${server}/${repository}` : repository,
    tag ? `:${tag}` : '',
    digest ? `@${digest}` : '',
  ].join('');
}

function artifact(name: string, cluster: string | undefined): SourceSubject {
  return {
    kind: 'artifact',
    name: plainText(name, 300) || 'unknown',
    ...(cluster ? { cluster } : {}),
  };
}
