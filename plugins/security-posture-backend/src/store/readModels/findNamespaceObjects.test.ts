import { databases, initDatabase } from '../../tests/__testUtils__/scenario';
import { deployment } from '../../tests/__testUtils__/toolReports';
import {
  createFactsWorld,
  quiet,
  shop,
} from './facts/__testUtils__/factsWorld';
import { findNamespaceObjects } from './findNamespaceObjects';

jest.setTimeout(120_000);

const rbac = 'rbac.authorization.k8s.io/v1';

const objects = (namespace: string) => [
  {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: namespace,
      labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'shop', namespace },
    spec: { type: 'LoadBalancer', selector: { app: 'shop' } },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'deny', namespace },
    spec: { podSelector: {}, policyTypes: ['Ingress'] },
  },
  {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'shop', namespace },
  },
  {
    apiVersion: rbac,
    kind: 'RoleBinding',
    metadata: { name: 'admin', namespace },
    roleRef: { kind: 'ClusterRole', name: 'admin' },
    subjects: [{ kind: 'ServiceAccount', name: 'shop', namespace }],
  },
];

const clusterRole = (name: string) => ({
  apiVersion: rbac,
  kind: 'ClusterRole',
  metadata: { name },
  rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
});

/** Runs pods, though no pod can be read from it. */
const knative = (namespace: string) => ({
  apiVersion: 'serving.knative.dev/v1',
  kind: 'Service',
  metadata: { name: 'function', namespace },
  spec: {
    template: {
      spec: { containers: [{ name: 'app', image: 'ghcr.io/acme/function' }] },
    },
  },
});

const list = (...items: object[]) => ({
  apiVersion: 'v1',
  kind: 'List',
  items,
});

const named = (found: { kind: string; name: string }[]) =>
  found.map(({ kind, name }) => `${kind} ${name}`).sort();

describe.each(databases.eachSupportedId())('findNamespaceObjects, %p', id => {
  async function ready() {
    const knex = await initDatabase(id);
    const world = await createFactsWorld(knex);
    return { ...world, knex };
  }

  it('gives what the facts of a component there hold', async () => {
    const { knex, send, factsOf } = await ready();
    await send(
      list(
        deployment(),
        ...objects('shop'),
        ...objects('elsewhere'),
        clusterRole('admin'),
        knative('shop'),
      ),
      { cluster: 'prod' },
    );
    await send(list(...objects('shop'), clusterRole('staged')), {
      cluster: 'stage',
    });
    const found = await findNamespaceObjects(knex, {
      cluster: 'prod',
      namespace: 'shop',
    });
    expect(named(found)).toEqual([
      'ClusterRole admin',
      'Namespace shop',
      'NetworkPolicy deny',
      'RoleBinding admin',
      'Service shop',
      'ServiceAccount shop',
    ]);
    expect(found).toEqual((await factsOf(shop)).objects);
    for (const object of found) expect(object.cluster).toBe('prod');
  });

  it('takes no named cluster for the one without a name', async () => {
    const { knex, send, factsOf } = await ready();
    await send(list(...objects('shop'), clusterRole('admin')), {
      cluster: 'prod',
    });
    await send(list(deployment(), ...objects('shop').slice(1, 3)), {
      entityRef: [quiet],
    });
    const found = await findNamespaceObjects(knex, { namespace: 'shop' });
    expect(named(found)).toEqual(['NetworkPolicy deny', 'Service shop']);
    expect(found).toEqual((await factsOf(quiet)).objects);
  });

  it('knows nothing beside what has no namespace', async () => {
    const { knex, send } = await ready();
    await send(list(clusterRole('admin'), ...objects('shop')), {
      cluster: 'prod',
    });
    expect(await findNamespaceObjects(knex, { cluster: 'prod' })).toEqual([]);
    const empty = await findNamespaceObjects(knex, {
      cluster: 'prod',
      namespace: 'new',
    });
    expect(named(empty)).toEqual(['ClusterRole admin']);
  });
});
