import { z } from 'zod';
import { isRecord, textOf } from './fields';
import { oneLine } from './oneLine';

/**
 * Where an environment variable gets its value from. The value itself may be a
 * secret and is never kept.
 */
export interface EnvironmentVariable {
  name: string;
  from: 'literal' | 'secret' | 'configMap' | 'field' | 'other';
  /** The Secret or ConfigMap. */
  source?: string;
}

const Variable = z.object({
  name: z.string().min(1),
  value: z.unknown().optional(),
  valueFrom: z.unknown().optional(),
});

/** One element of `env`. */
export const EnvironmentEntry = Variable.transform(
  ({ name, value, valueFrom }): EnvironmentVariable => {
    const entry = { name: oneLine(name) };
    if (!isRecord(valueFrom)) {
      const from = textOf(value) === undefined ? 'other' : 'literal';
      return { ...entry, from };
    }
    const { secretKeyRef, configMapKeyRef, fieldRef, resourceFieldRef } =
      valueFrom;
    if (isRecord(secretKeyRef)) {
      return { ...entry, from: 'secret', ...sourceOf(secretKeyRef) };
    }
    if (isRecord(configMapKeyRef)) {
      return { ...entry, from: 'configMap', ...sourceOf(configMapKeyRef) };
    }
    const isField = isRecord(fieldRef) || isRecord(resourceFieldRef);
    return { ...entry, from: isField ? 'field' : 'other' };
  },
);

/** One element of `envFrom`: all keys of a Secret or ConfigMap. */
export const EnvironmentSource = z
  .object({
    secretRef: z.unknown().optional(),
    configMapRef: z.unknown().optional(),
  })
  .transform(({ secretRef, configMapRef }) => {
    if (isRecord(secretRef)) return { from: 'secret', ...sourceOf(secretRef) };
    return isRecord(configMapRef)
      ? { from: 'configMap', ...sourceOf(configMapRef) }
      : { from: 'other' };
  });

function sourceOf(reference: Record<string, unknown>): { source?: string } {
  const name = textOf(reference.name);
  return name ? { source: oneLine(name) } : {};
}
