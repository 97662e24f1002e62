import { z } from 'zod';
import { field } from './fields';

const OwnerReference = z.object({
  kind: z.string().min(1),
  name: z.string().min(1),
  controller: z.unknown().optional(),
});

export const Metadata = z.object({
  name: field.text,
  generateName: field.text,
  namespace: field.text,
  labels: field.textMap,
  annotations: z.unknown().optional(),
  ownerReferences: z.unknown().optional(),
});
export type Metadata = z.infer<typeof Metadata>;

/** Any object of the Kubernetes API; its kind decides how the rest is read. */
export const KubernetesObject = z.object({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: Metadata,
});
export type KubernetesObject = z.infer<typeof KubernetesObject>;

/** The controller of an object: the reference that says so, else the first. */
export function controllerOf(
  metadata: Metadata,
): { kind: string; name: string } | undefined {
  const references = metadata.ownerReferences;
  if (!Array.isArray(references)) return undefined;
  let first: { kind: string; name: string } | undefined;
  for (const reference of references) {
    const parsed = OwnerReference.safeParse(reference);
    if (!parsed.success) continue;
    const { kind, name, controller } = parsed.data;
    if (controller === true) return { kind, name };
    first ??= { kind, name };
  }
  return first;
}
