import type { ClusterObject } from './clusterObject';
import { exposureLevels, highestExposure, type Exposure } from './levels';

/** What leads to a workload. */
export interface ExposedBy {
  kind: string;
  name: string;
  level: Exposure;
}

export interface WorkloadExposure {
  level: Exposure;
  /** The furthest first. Empty: nothing leads to it. */
  by: ExposedBy[];
}

const routeKinds = new Set(['Ingress', 'Route', 'HTTPRoute', 'GRPCRoute']);

/** Clouds make a load balancer of their internal network of these; the value says so. */
const internalLoadBalancers: [annotation: string, value: RegExp][] = [
  [
    'service.beta.kubernetes.io/aws-load-balancer-internal',
    /^(true|0\.0\.0\.0\/0)$/i,
  ],
  ['service.beta.kubernetes.io/aws-load-balancer-scheme', /^internal$/i],
  ['service.beta.kubernetes.io/azure-load-balancer-internal', /^true$/i],
  ['networking.gke.io/load-balancer-type', /^internal$/i],
  ['cloud.google.com/load-balancer-type', /^internal$/i],
];

/**
 * From how far each workload can be reached: through the Services that select
 * its pods, what leads to these Services, and ports of the node. Objects only
 * find each other in the same cluster and namespace.
 *
 * @returns workloads by id; one that nothing leads to is `internal` if Services
 * or routes of its namespace are known, else it is left out: unknown
 */
export function exposuresOf(
  objects: ClusterObject[],
): Map<string, WorkloadExposure> {
  const exposures = new Map<string, WorkloadExposure>();
  for (const place of byPlace(objects)) {
    const services = place.filter(isService);
    const routes = place.filter(({ kind }) => routeKinds.has(kind));
    for (const workload of place.filter(({ runsPods }) => runsPods)) {
      const by = [
        ...ownExposure(workload),
        ...services
          .filter(service => selects(service, workload))
          .flatMap(service => exposureOfService(service, routes)),
      ].sort(furthestFirst);
      const level = highestExposure(by.map(entry => entry.level));
      if (level) exposures.set(workload.id, { level, by });
      else if (services.length + routes.length > 0) {
        exposures.set(workload.id, { level: 'internal', by });
      }
    }
  }
  return exposures;
}

function byPlace(objects: ClusterObject[]): ClusterObject[][] {
  const places = new Map<string, ClusterObject[]>();
  for (const object of objects) {
    const place = places.get(object.place);
    if (place) place.push(object);
    else places.set(object.place, [object]);
  }
  return [...places.values()];
}

function isService({ kind, runsPods, isKnative }: ClusterObject): boolean {
  return kind === 'Service' && !runsPods && !isKnative;
}

function selects({ selector, type }: ClusterObject, { labels }: ClusterObject) {
  const wanted = Object.entries(selector);
  return (
    wanted.length > 0 &&
    type !== 'ExternalName' &&
    wanted.every(
      ([key, value]) => Object.hasOwn(labels, key) && labels[key] === value,
    )
  );
}

function exposureOfService(
  service: ClusterObject,
  routes: ClusterObject[],
): ExposedBy[] {
  const { kind, name } = service;
  return [
    { kind, name, level: levelOfService(service) },
    ...routes
      .filter(({ backends }) => backends.has(name))
      .map(
        (route): ExposedBy => ({
          kind: route.kind,
          name: route.name,
          level: 'external',
        }),
      ),
  ];
}

function levelOfService(service: ClusterObject): Exposure {
  const { type, externalIps, annotations } = service;
  if (externalIps.length > 0) return 'external';
  if (type === 'LoadBalancer') {
    const isInternal = internalLoadBalancers.some(([annotation, value]) =>
      value.test(annotations[annotation] ?? ''),
    );
    return isInternal ? 'node' : 'external';
  }
  return type === 'NodePort' ? 'node' : 'internal';
}

/** What a workload opens itself. */
function ownExposure(workload: ClusterObject): ExposedBy[] {
  const by: ExposedBy[] = workload.hostPorts.map(port => ({
    kind: 'hostPort',
    name: String(port),
    level: 'node',
  }));
  if (workload.hostNetwork) {
    by.push({ kind: 'hostNetwork', name: workload.name, level: 'node' });
  }
  if (workload.isKnative) {
    const visibility = workload.ownLabels['networking.knative.dev/visibility'];
    by.push({
      kind: workload.kind,
      name: workload.name,
      level: visibility === 'cluster-local' ? 'internal' : 'external',
    });
  }
  return by;
}

function furthestFirst(a: ExposedBy, b: ExposedBy): number {
  return exposureLevels.indexOf(b.level) - exposureLevels.indexOf(a.level);
}
