import { z } from 'zod';
import type { Exposure } from './levels';

/** An object of a cluster as the inventory holds it, JSON read but not yet understood. */
export interface StoredObject {
  id: string;
  cluster?: string;
  namespace?: string;
  name: string;
  /** As it was derived before. */
  exposure?: Exposure;
  /** Of the object and, where it runs pods, of these. */
  labels: unknown;
  annotations: unknown;
  containers: unknown;
  spec: unknown;
}

const text = z.string().optional().catch(undefined);
const texts = z.array(z.string()).optional().catch(undefined);
const textMap = z.record(z.string(), z.string()).optional().catch(undefined);

function list<S extends z.ZodType>(element: S) {
  return z
    .array(element.optional().catch(undefined))
    .default([])
    .catch([])
    .transform(elements =>
      elements.filter(entry => entry !== undefined && entry !== null),
    );
}

function part<S extends z.ZodRawShape>(shape: S) {
  return z.object(shape).optional().catch(undefined);
}

const Reference = part({ kind: text, name: text });
const IngressBackend = part({
  service: part({ name: text }),
  serviceName: text,
});

const Spec = z.object({
  apiVersion: text,
  kind: text,
  podLabels: textMap,
  hostNetwork: z.boolean().optional().catch(undefined),
  type: text,
  selector: textMap,
  externalIPs: texts,
  defaultBackend: IngressBackend,
  to: Reference,
  rules: list(
    z.object({
      http: part({ paths: list(z.object({ backend: IngressBackend })) }),
      backendRefs: list(z.object({ kind: text, name: text })),
    }),
  ),
});

const Containers = list(
  z.object({ ports: list(z.object({ hostPort: z.number().optional() })) }),
);

/** An object of a cluster, as far as it says who can reach what. */
export interface ClusterObject {
  id: string;
  /** Objects find each other within one: cluster and namespace. */
  place: string;
  name: string;
  exposure?: Exposure;
  kind: string;
  isKnative: boolean;
  runsPods: boolean;
  /** Of its pods, if it runs any; else its own. */
  labels: Record<string, string>;
  ownLabels: Record<string, string>;
  annotations: Record<string, string>;
  hostNetwork: boolean;
  hostPorts: number[];
  /** Of a Service. */
  type: string;
  selector: Record<string, string>;
  externalIps: string[];
  /** Services that an Ingress, a Route or a route of a Gateway leads to. */
  backends: Set<string>;
}

export function clusterObject(stored: StoredObject): ClusterObject {
  const spec = Spec.catch(() => Spec.parse({})).parse(stored.spec);
  const containers = Containers.parse(stored.containers);
  const ownLabels = textMap.parse(stored.labels) ?? {};
  return {
    id: stored.id,
    place: JSON.stringify([stored.cluster ?? '', stored.namespace ?? '']),
    name: stored.name,
    exposure: stored.exposure,
    kind: spec.kind ?? '',
    isKnative: spec.apiVersion?.startsWith('serving.knative.dev/') ?? false,
    runsPods: containers.length > 0,
    labels: spec.podLabels ?? ownLabels,
    ownLabels,
    annotations: textMap.parse(stored.annotations) ?? {},
    hostNetwork: spec.hostNetwork ?? false,
    hostPorts: containers.flatMap(({ ports }) =>
      ports.flatMap(({ hostPort }) => hostPort ?? []),
    ),
    type: spec.type ?? 'ClusterIP',
    selector: spec.selector ?? {},
    externalIps: spec.externalIPs ?? [],
    backends: backendsOf(spec),
  };
}

function backendsOf(spec: z.infer<typeof Spec>): Set<string> {
  const ofIngress = [
    spec.defaultBackend,
    ...spec.rules.flatMap(({ http }) =>
      (http?.paths ?? []).map(({ backend }) => backend),
    ),
  ].map(backend => backend?.service?.name ?? backend?.serviceName);
  const ofRoutes = [
    spec.to,
    ...spec.rules.flatMap(({ backendRefs }) => backendRefs),
  ]
    .filter(reference => (reference?.kind ?? 'Service') === 'Service')
    .map(reference => reference?.name);
  return new Set(
    [...ofIngress, ...ofRoutes].filter(name => name !== undefined),
  );
}
