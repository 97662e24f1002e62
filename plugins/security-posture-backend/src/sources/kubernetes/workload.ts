import type {
  ImageSubject,
  SourceWorkload,
} from 'backstage-plugin-security-posture-node';
import { controllerSettings } from './controllerSettings';
import { isRecord, valueAt } from './fields';
import { isConfigurationKind } from './kinds';
import { keptAnnotations, nameOfObject } from './metadata';
import { readPodSpec, runsPods } from './podSpec';
import { KubernetesObject } from './schema';
import { hasSettings, settingsOf } from './settings';
import { workloadOf } from './subject';

/** Where and when an object was seen, as far as the object does not say so itself. */
export interface Sighting {
  cluster?: string;
  namespace?: string;
  at?: string;
}

export interface ReadObject {
  workload: SourceWorkload;
  /** What was left out of it. */
  problems: string[];
}

/** Whether an object is of a kind that the inventory holds. */
export function isInventory(
  object: unknown,
): object is Record<string, unknown> {
  if (!isRecord(object)) return false;
  const { apiVersion, kind } = object;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return false;
  return (
    isConfigurationKind(apiVersion, kind) &&
    (runsPods(apiVersion, kind) || hasSettings(kind))
  );
}

/** An object of a cluster for the inventory, or why it cannot be kept. */
export function readObject(
  object: Record<string, unknown>,
  sighting: Sighting,
): ReadObject | string {
  const parsed = KubernetesObject.safeParse(object);
  if (!parsed.success) return 'expected apiVersion, kind and metadata';
  const { apiVersion, kind, metadata } = parsed.data;
  if (!isInventory(object)) return `${kind} is not part of the inventory`;
  const name = nameOfObject(kind, metadata, sighting);
  if (!name) return 'metadata.name: expected a name';
  const pods = runsPods(apiVersion, kind)
    ? readPodSpec(apiVersion, kind, object)
    : undefined;
  if (typeof pods === 'string') return pods;
  const podLabels = pods?.podLabels;
  const subject = workloadOf({
    ...name,
    labels: { ...podLabels, ...name.labels },
  });
  if (!subject) return 'metadata: Kubernetes allows no such name';
  return {
    workload: {
      subject,
      annotations: keptAnnotations(metadata.annotations),
      containers: pods?.containers ?? [],
      spec: {
        apiVersion,
        kind,
        ...(pods
          ? { ...controllerSettings(object.spec), ...pods.spec }
          : settingsOf(kind, object)),
      },
      ...(sighting.at ? { at: sighting.at } : {}),
    },
    problems: pods?.problems ?? [],
  };
}

/** The images of the pods that an object runs, each once. */
export function imagesOf(object: unknown): ImageSubject[] {
  const apiVersion = valueAt(object, ['apiVersion']);
  const kind = valueAt(object, ['kind']);
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return [];
  if (!runsPods(apiVersion, kind)) return [];
  const pods = readPodSpec(apiVersion, kind, object);
  if (typeof pods === 'string') return [];
  const images = new Map<string, ImageSubject>();
  for (const { image, imageReference } of pods.containers) {
    if (image && imageReference) images.set(imageReference, image);
  }
  return [...images.values()];
}
