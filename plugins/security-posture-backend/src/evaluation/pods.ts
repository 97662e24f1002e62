import {
  type ArtifactFacts,
  type ComponentFacts,
  type ObjectFacts,
  type PodContainer,
  type ServiceSettings,
  serviceOf,
  type WorkloadFacts,
} from '../model/facts';
import { hasLabels } from './podSelector';

/** The labels of the pods of a workload. A Pod has no template: its own are meant. */
export function podLabels({
  labels,
  configuration,
}: WorkloadFacts): Record<string, string> {
  const ofTemplate = configuration?.settings.podLabels ?? {};
  return Object.keys(ofTemplate).length > 0 ? ofTemplate : labels;
}

/** The annotations of the pods of a workload. */
export function podAnnotations({
  annotations,
  configuration,
}: WorkloadFacts): Record<string, string> {
  return configuration?.settings.kind === 'Pod'
    ? annotations
    : configuration?.settings.podAnnotations ?? {};
}

/** Containers that a manifest sets, without those that somebody adds to debug. */
export function lastingContainers(containers: PodContainer[]): PodContainer[] {
  return containers.filter(({ ephemeral }) => !ephemeral);
}

/** The objects of these kinds in the namespace of a workload. */
export function objectsBeside(
  { objects }: ComponentFacts,
  { subject }: WorkloadFacts,
  kinds: readonly string[],
): ObjectFacts[] {
  return objects.filter(
    ({ kind, cluster, namespace }) =>
      kinds.includes(kind) &&
      cluster === subject.cluster &&
      namespace === subject.namespace,
  );
}

/** The Namespace object that a workload lies in. */
export function namespaceObject(
  { objects }: ComponentFacts,
  { cluster, namespace }: { cluster?: string; namespace?: string },
): ObjectFacts | undefined {
  return objects.find(
    object =>
      object.kind === 'Namespace' &&
      object.cluster === cluster &&
      object.name === namespace,
  );
}

/** The Services that select the pods of a workload. */
export function servicesOf(
  facts: ComponentFacts,
  workload: WorkloadFacts,
): { object: ObjectFacts; settings: ServiceSettings }[] {
  const labels = podLabels(workload);
  return objectsBeside(facts, workload, ['Service']).flatMap(object => {
    const settings = serviceOf(object);
    // One without a selector leads somewhere else.
    return settings &&
      Object.keys(settings.selector).length > 0 &&
      settings.type !== 'ExternalName' &&
      hasLabels(labels, settings.selector)
      ? [{ object, settings }]
      : [];
  });
}

/**
 * The images that a container may run: that of its digest, else of the digest
 * that is seen to run, else those that were built under its tag.
 */
export function imagesOfContainer(
  { artifacts }: ComponentFacts,
  { images }: WorkloadFacts,
  { image }: PodContainer,
): ArtifactFacts[] {
  if (!image) return [];
  const ofLine = artifacts.filter(
    ({ kind, name }) => kind === 'image' && name === image.name,
  );
  const running = images.filter(
    ({ name, tag }) =>
      name === image.name &&
      (image.tag === undefined || tag === undefined || tag === image.tag),
  );
  const digests = image.digest
    ? [image.digest]
    : running.flatMap(({ digest }) => digest ?? []);
  if (digests.length > 0) {
    return ofLine.filter(
      ({ digest }) => digest !== undefined && digests.includes(digest),
    );
  }
  return ofLine.filter(({ tag }) => tag !== undefined && tag === image.tag);
}
