import { isRecord, textOf } from './fields';
import { oneLine } from './oneLine';

/** A volume of a pod: what kind it is, and what it opens. */
export interface Volume {
  name: string;
  /** The field that says where it comes from: `secret`, `hostPath`, `csi` … */
  type: string;
  /** Name of the Secret, ConfigMap or claim, path on the host, or CSI driver. */
  source?: string;
  /** What a projected volume is put together from. */
  projects?: Omit<Volume, 'name'>[];
}

/** The field of each type that names what is mounted. */
const sourceFields: ReadonlyMap<string, string> = new Map([
  ['configMap', 'name'],
  ['csi', 'driver'],
  ['hostPath', 'path'],
  ['nfs', 'server'],
  ['persistentVolumeClaim', 'claimName'],
  ['secret', 'secretName'],
]);

/** Reads one element of `volumes`. */
export function readVolume(element: unknown): Volume | undefined {
  if (!isRecord(element)) return undefined;
  const { name, ...rest } = element;
  const text = textOf(name);
  return text === undefined
    ? undefined
    : { name: oneLine(text), ...originOf(rest) };
}

function originOf(fields: Record<string, unknown>): Omit<Volume, 'name'> {
  for (const [type, settings] of Object.entries(fields)) {
    if (!isRecord(settings)) continue;
    const source =
      textOf(settings[sourceFields.get(type) ?? 'name']) ??
      textOf(settings.name);
    const sources = type === 'projected' ? settings.sources : undefined;
    return {
      type: oneLine(type, 60),
      ...(source ? { source: oneLine(source, 500) } : {}),
      ...(Array.isArray(sources)
        ? { projects: sources.filter(isRecord).slice(0, 50).map(originOf) }
        : {}),
    };
  }
  // The API server's default.
  return { type: 'emptyDir' };
}
