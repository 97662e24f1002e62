import {
  plainText,
  readWorkload,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import type { Metadata, Resource, Result } from './schema';
import { imageOfMetadata, withDigest } from './subject';
import { fileOf, imageOfTargets } from './target';

/** No pod has more containers. */
const MOST_IMAGES = 100;

/** Where the findings of one resource of a cluster belong. */
export interface ResourcePlaces {
  /** The object: how it is configured. */
  object: SourceSubject;
  /** What runs in it: its image, if the report names just one. */
  contents: SourceSubject;
  /** All images in it that have a name, with what the scan noted of each. */
  images: { subject: SourceSubject; metadata: Metadata }[];
}

/** One resource as it was read, for the scopes. */
export interface ScannedResource extends ResourcePlaces {
  results: Result[];
  /** Nothing failed and nothing was unreadable. */
  isWhole: boolean;
}

/** Finds out what a resource of a cluster and its image are called. */
export function placesOf(
  resource: Resource,
  results: Result[],
  cluster: string | undefined,
): ResourcePlaces {
  const object = objectOf(resource, cluster);
  const { Metadata: noted = [] } = resource;
  const all = Array.isArray(noted) ? noted : [noted];
  const only = all.length === 1 ? all[0] : undefined;
  const target = imageOfTargets(results);
  const image = target
    ? withDigest(target, only?.RepoDigests ?? [])
    : imageOfMetadata(only, '');
  const images = all.slice(0, MOST_IMAGES).flatMap(metadata => {
    const subject = only ? image : imageOfMetadata(metadata, '');
    return subject ? { subject, metadata } : [];
  });
  return { object, contents: image ?? object, images };
}

/** Whether a result speaks of the object rather than of its image. */
export function isAboutObject(result: Result): boolean {
  return result.Class === 'config' && result.Type !== 'dockerfile';
}

/** The file of a result; an object of a cluster has none. */
export function fileInResource(result: Result): string | undefined {
  return isAboutObject(result) ? undefined : fileOf(result, undefined);
}

function objectOf(
  resource: Resource,
  cluster: string | undefined,
): SourceSubject {
  const name = plainText(resource.Name, 500) || 'unknown';
  const kind = plainText(resource.Kind, 200) || 'unknown';
  const inCluster = cluster ? { cluster } : {};
  switch (kind) {
    case 'Node':
    case 'NodeComponents':
    case 'NodeInfo':
      return { kind: 'node', name, ...inCluster };
    case 'Cluster':
      return { kind: 'cluster', name: cluster ?? name, ...inCluster };
    case 'Namespace':
      return { kind: 'namespace', name, ...inCluster };
    default:
      return readWorkload({
        ...inCluster,
        ...(resource.Namespace
          ? { namespace: plainText(resource.Namespace, 300) }
          : {}),
        kind,
        name,
      });
  }
}
