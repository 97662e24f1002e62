import { clusterObject, type ClusterObject } from './clusterObject';
import { exposuresOf } from './exposuresOf';
import { exposureOfImage, isExposed } from './levels';

interface Given {
  name?: string;
  namespace?: string;
  cluster?: string;
  labels?: unknown;
  annotations?: unknown;
  containers?: unknown;
}

function object(spec: unknown, given: Given = {}): ClusterObject {
  const { name = 'shop', namespace = 'shop', cluster = 'prod' } = given;
  return clusterObject({
    id: given.containers ? 'workload' : JSON.stringify([spec, given]),
    cluster,
    namespace,
    name,
    labels: given.labels,
    annotations: given.annotations,
    containers: given.containers,
    spec,
  });
}

const deployment = (spec: object = {}, given: Given = {}) =>
  object(
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      podLabels: { app: 'shop', tier: 'web' },
      selector: { matchLabels: { app: 'shop' } },
      ...spec,
    },
    { containers: [{ name: 'app' }], ...given },
  );

const service = (spec: object = {}, given: Given = {}) =>
  object(
    { apiVersion: 'v1', kind: 'Service', selector: { app: 'shop' }, ...spec },
    { name: 'shop-web', ...given },
  );

const levelOf = (...objects: ClusterObject[]) =>
  exposuresOf(objects).get('workload')?.level;

const ingress = (spec: object) =>
  object(
    { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', ...spec },
    { name: 'front' },
  );

describe('exposuresOf', () => {
  it.each([
    ['a load balancer', { type: 'LoadBalancer' }, {}, 'external'],
    ['external addresses', { externalIPs: ['192.0.2.1'] }, {}, 'external'],
    ['a port of the nodes', { type: 'NodePort' }, {}, 'node'],
    ['a Service of the cluster', { type: 'ClusterIP' }, {}, 'internal'],
    ['a Service without a type', {}, {}, 'internal'],
    [
      'a load balancer of the internal network',
      { type: 'LoadBalancer' },
      {
        annotations: {
          'service.beta.kubernetes.io/aws-load-balancer-internal': 'true',
        },
      },
      'node',
    ],
  ])('sees %s', (_, spec, given, level) => {
    expect(levelOf(deployment(), service(spec, given))).toBe(level);
  });

  it.each([
    [
      'an Ingress',
      ingress({
        rules: [
          { http: { paths: [{ backend: { service: { name: 'shop-web' } } }] } },
        ],
      }),
    ],
    [
      'the default of an Ingress',
      ingress({ defaultBackend: { service: { name: 'shop-web' } } }),
    ],
    [
      'an Ingress of the old API',
      ingress({
        rules: [
          { http: { paths: [{ backend: { serviceName: 'shop-web' } }] } },
        ],
      }),
    ],
    [
      'a Route',
      object({
        apiVersion: 'route.openshift.io/v1',
        kind: 'Route',
        to: { kind: 'Service', name: 'shop-web' },
      }),
    ],
    [
      'a route of a Gateway',
      object({
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        rules: [{ backendRefs: [{ name: 'other' }, { name: 'shop-web' }] }],
      }),
    ],
  ])('sees %s that leads to its Service', (_, route) => {
    const { level, by } =
      exposuresOf([deployment(), service(), route]).get('workload') ?? {};
    expect(level).toBe('external');
    expect(by?.map(({ kind, level: at }) => [kind, at])).toEqual([
      [route.kind, 'external'],
      ['Service', 'internal'],
    ]);
    const elsewhere = service({}, { name: 'shop-admin' });
    expect(levelOf(deployment(), elsewhere, route)).toBe('internal');
  });

  it('sees ports and the network of the node that a workload takes itself', () => {
    const containers = [
      { name: 'app', ports: [{ containerPort: 80, hostPort: 8080 }] },
    ];
    expect(levelOf(deployment({}, { containers }))).toBe('node');
    expect(levelOf(deployment({ hostNetwork: true }))).toBe('node');
  });

  it('finds Services by labels of the pods, in the same namespace only', () => {
    const open = { type: 'LoadBalancer' };
    for (const other of [
      service({ ...open, selector: { app: 'shop', tier: 'db' } }),
      service({ ...open, selector: {} }),
      service({ ...open, type: 'ExternalName' }),
    ]) {
      expect(levelOf(deployment(), other)).toBe('internal');
    }
    for (const away of [{ namespace: 'cart' }, { cluster: 'test' }]) {
      expect(levelOf(deployment(), service(open, away))).toBeUndefined();
    }
    const pod = deployment(
      { kind: 'Pod', podLabels: undefined },
      { labels: { app: 'shop' } },
    );
    expect(levelOf(pod, service(open))).toBe('external');
  });

  it('does not know how far a workload reaches while no Service was reported', () => {
    expect(levelOf(deployment())).toBeUndefined();
    const knative = { apiVersion: 'serving.knative.dev/v1', kind: 'Service' };
    expect(levelOf(deployment(knative))).toBe('external');
    const labels = { 'networking.knative.dev/visibility': 'cluster-local' };
    expect(levelOf(deployment(knative, { labels }))).toBe('internal');
  });

  it('survives an inventory of any shape', () => {
    for (const junk of [null, 7, 'x', [], { rules: 3 }, { rules: [null, 1] }]) {
      expect(
        exposuresOf([
          object(junk, { labels: 1, annotations: [], containers: 'no' }),
        ]).size,
      ).toBe(0);
    }
  });
});

describe('levels', () => {
  it('gives an image line the highest of its workloads, unless one is unknown', () => {
    expect(exposureOfImage(['internal', 'node'])).toBe('node');
    expect(exposureOfImage(['internal', undefined])).toBeUndefined();
    expect(exposureOfImage([undefined, 'external'])).toBe('external');
    expect(exposureOfImage([])).toBeUndefined();
  });

  it('counts only what the internet reaches as exposed', () => {
    expect(
      (['external', 'node', 'internal', undefined] as const).map(isExposed),
    ).toEqual([true, undefined, false, undefined]);
  });
});
