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

/** Reads one element of `env`. */
export function environmentVariable(
  element: unknown,
): EnvironmentVariable | undefined {
  if (!isRecord(element)) return undefined;
  const name = textOf(element.name);
  return name === undefined
    ? undefined
    : { name: oneLine(name), ...originOf(element) };
}

function originOf({
  value,
  valueFrom,
}: Record<string, unknown>): Omit<EnvironmentVariable, 'name'> {
  if (!isRecord(valueFrom)) {
    return { from: textOf(value) === undefined ? 'other' : 'literal' };
  }
  const { secretKeyRef, configMapKeyRef, fieldRef, resourceFieldRef } =
    valueFrom;
  if (isRecord(secretKeyRef)) {
    return { from: 'secret', ...sourceOf(secretKeyRef) };
  }
  if (isRecord(configMapKeyRef)) {
    return { from: 'configMap', ...sourceOf(configMapKeyRef) };
  }
  const isField = isRecord(fieldRef) || isRecord(resourceFieldRef);
  return { from: isField ? 'field' : 'other' };
}

/** Reads one element of `envFrom`: all keys of a Secret or ConfigMap. */
export function environmentSource(
  element: unknown,
): Omit<EnvironmentVariable, 'name'> | undefined {
  if (!isRecord(element)) return undefined;
  const { secretRef, configMapRef } = element;
  if (isRecord(secretRef)) return { from: 'secret', ...sourceOf(secretRef) };
  return isRecord(configMapRef)
    ? { from: 'configMap', ...sourceOf(configMapRef) }
    : { from: 'other' };
}

function sourceOf(reference: Record<string, unknown>): { source?: string } {
  const name = textOf(reference.name);
  return name ? { source: oneLine(name) } : {};
}
