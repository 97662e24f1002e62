import { z } from 'zod';
import { isRecord, textMapOf, textOf } from './fields';
import { oneLine } from './oneLine';

/** Any object of the Kubernetes API; its kind decides how the rest is read. */
export const KubernetesObject = z.object({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: z.custom<Record<string, unknown>>(isRecord, 'expected an object'),
});
export type KubernetesObject = z.infer<typeof KubernetesObject>;

/** What the metadata of an object names it by. */
export interface Metadata {
  name?: string;
  generateName?: string;
  namespace?: string;
  labels?: Record<string, string>;
  controller?: { kind: string; name: string };
}

export function readMetadata(metadata: Record<string, unknown>): Metadata {
  return {
    name: lineOf(metadata.name),
    generateName: lineOf(metadata.generateName),
    namespace: lineOf(metadata.namespace),
    labels: textMapOf(metadata.labels),
    controller: controllerOf(metadata.ownerReferences),
  };
}

function lineOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : oneLine(text);
}

/** The controller of an object: the reference that says so, else the first. */
function controllerOf(references: unknown): Metadata['controller'] {
  if (!Array.isArray(references)) return undefined;
  let first: Metadata['controller'];
  for (const reference of references) {
    if (!isRecord(reference)) continue;
    const kind = textOf(reference.kind);
    const name = textOf(reference.name);
    if (!kind || !name) continue;
    if (reference.controller === true) return { kind, name };
    first ??= { kind, name };
  }
  return first;
}
