import { plainText } from 'backstage-plugin-security-posture-node';
import { isRecord } from './fields';
import { oneLine } from './oneLine';
import { readMetadata } from './schema';
import type { ObjectName } from './subject';

const MAX_ANNOTATIONS = 100;
const MAX_VALUE = 2000;

/** Tools keep a copy of the whole manifest in these, the data of a Secret included. */
const MANIFEST_COPY = /last-applied|\/(applied|original|manifest)$/;

/** The annotations that may be kept: no copies of manifests, nothing long. */
export function keptAnnotations(annotations: unknown): Record<string, string> {
  if (!isRecord(annotations)) return {};
  const kept: [string, string][] = [];
  for (const [key, value] of Object.entries(annotations)) {
    if (kept.length === MAX_ANNOTATIONS) break;
    if (
      typeof value === 'string' &&
      value.length <= MAX_VALUE &&
      key !== '__proto__' &&
      !MANIFEST_COPY.test(key)
    ) {
      kept.push([oneLine(key), plainText(value, MAX_VALUE)]);
    }
  }
  return Object.fromEntries(kept);
}

/** Kinds that controllers make; others were written by a person, whoever owns them. */
const generatedKinds = new Set(['Job', 'Pod', 'ReplicaSet']);

/** What names an object that was seen whole. Its name may not be decided yet. */
export function nameOfObject(
  kind: string,
  metadata: Record<string, unknown>,
  place: { cluster?: string; namespace?: string },
): ObjectName | undefined {
  const { name, generateName, namespace, labels, controller } =
    readMetadata(metadata);
  const known = name ?? nameOfGenerated(kind, generateName);
  if (known === undefined) return undefined;
  const owner = generatedKinds.has(kind) ? controller : undefined;
  return {
    cluster: place.cluster,
    namespace: namespace ?? place.namespace,
    kind,
    name: known,
    labels,
    // The pods that the kubelet runs from files are owned by their node.
    ...(owner && owner.kind !== 'Node' ? { owner } : {}),
    whole: name !== undefined,
  };
}

/** `shop-5cdcc99dbf-` becomes the name of some pod of that ReplicaSet. */
export function nameOfGenerated(
  kind: string,
  generateName: string | undefined,
): string | undefined {
  if (!generateName) return undefined;
  if (kind === 'Pod' && generateName.endsWith('-')) {
    return `${generateName}xxxxx`;
  }
  return generateName.replace(/-$/, '') || undefined;
}
