import { digest } from '../../../tests/__testUtils__/reports';
import { databases, initDatabase } from '../../../tests/__testUtils__/scenario';
import {
  deployment,
  kyvernoReport,
} from '../../../tests/__testUtils__/toolReports';
import {
  cart,
  createFactsWorld,
  quiet,
  shop,
} from './__testUtils__/factsWorld';

jest.setTimeout(120_000);

const inProd = { cluster: 'prod' };

describe.each(databases.eachSupportedId())('workloads of facts, %p', id => {
  const start = async () => createFactsWorld(await initDatabase(id));

  it('reads workloads as they are configured, and the objects beside them', async () => {
    const world = await start();
    const workload = deployment({ letter: 'a' });
    const {
      spec: { template },
    } = workload;
    const object = (
      kind: string,
      namespace: string | undefined,
      spec: object,
    ) => ({
      apiVersion: kind.startsWith('Cluster')
        ? 'rbac.authorization.k8s.io/v1'
        : 'v1',
      kind,
      metadata: { name: kind === 'Namespace' ? 'shop' : 'web', namespace },
      ...spec,
    });
    await world.send(
      {
        apiVersion: 'v1',
        kind: 'List',
        items: [
          {
            ...workload,
            metadata: {
              ...workload.metadata,
              labels: { app: 'shop' },
              annotations: { 'acme.example/owner': 'payments' },
            },
            spec: {
              ...workload.spec,
              template: {
                ...template,
                spec: {
                  hostNetwork: true,
                  containers: template.spec.containers.map(container => ({
                    ...container,
                    securityContext: { privileged: true, runAsUser: 0 },
                    resources: { limits: { memory: '1Gi' } },
                  })),
                },
              },
            },
          },
          object('Service', 'shop', { spec: { type: 'LoadBalancer' } }),
          object('Service', 'other', { spec: { type: 'ClusterIP' } }),
          object('Namespace', undefined, {}),
          object('ClusterRoleBinding', undefined, {
            roleRef: { kind: 'ClusterRole', name: 'cluster-admin' },
            subjects: [],
          }),
          deployment({ name: 'other', image: 'ghcr.io/acme/other' }),
        ],
      },
      inProd,
    );
    await world.send(object('ClusterRoleBinding', undefined, {}), {
      cluster: 'test',
    });
    const { workloads, objects, findings } = await world.factsOf(shop);
    expect(findings).toEqual([]);
    expect(workloads).toEqual([
      expect.objectContaining({
        subject: {
          kind: 'workload',
          name: 'shop',
          cluster: 'prod',
          namespace: 'shop',
          workloadKind: 'Deployment',
        },
        labels: { app: 'shop' },
        annotations: { 'acme.example/owner': 'payments' },
        images: [
          {
            subjectId: expect.any(String),
            name: 'ghcr.io/acme/shop',
            digest: digest('a'),
            tag: '1.4',
          },
        ],
      }),
    ]);
    expect(workloads[0].configuration).toMatchObject({
      source: 'kubernetes',
      at: '2026-11-20T12:00:00.000Z',
      containers: [
        {
          name: 'app',
          securityContext: { privileged: true, runAsUser: 0 },
          resources: { limits: { memory: '1Gi' } },
        },
      ],
      settings: { kind: 'Deployment', hostNetwork: true, replicas: 2 },
    });
    expect(
      objects.map(({ kind, cluster, namespace, spec }) => [
        kind,
        cluster,
        namespace,
        spec.type,
      ]),
    ).toEqual([
      ['ClusterRoleBinding', 'prod', undefined, undefined],
      ['Namespace', 'prod', undefined, undefined],
      ['Service', 'prod', 'shop', 'LoadBalancer'],
    ]);
  });

  it('counts no object without a namespace that is of somebody else', async () => {
    const world = await start();
    const manifest = (kind: string, name: string) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind,
      metadata: { name },
      spec: { podSelector: {} },
    });
    const { metadata, ...rest } = deployment();
    const unplaced = { ...rest, metadata: { name: metadata.name } };
    const toCart = { entityRef: [cart] };
    await world.send(unplaced, toCart);
    await world.send(manifest('NetworkPolicy', 'own'), toCart);
    await world.send(manifest('NetworkPolicy', 'foreign'), {
      entityRef: [quiet],
    });
    const { objects, workloads } = await world.factsOf(cart);
    expect(workloads.map(({ subject }) => subject.name)).toEqual(['shop']);
    expect(objects.map(({ name }) => name)).toEqual(['own']);
  });

  it('knows a workload by its name alone, without a configuration', async () => {
    const world = await start();
    await world.send(
      kyvernoReport({ kind: 'Deployment', name: 'shop' }, [
        { policy: 'require-labels', result: 'fail' },
      ]),
      inProd,
    );
    await world.send(
      kyvernoReport({ kind: 'Service', name: 'shop' }, [
        { policy: 'require-labels', result: 'fail' },
      ]),
      inProd,
    );
    const { workloads } = await world.factsOf(shop);
    expect(workloads).toHaveLength(1);
    expect(workloads[0]).toMatchObject({
      subject: { workloadKind: 'Deployment' },
      configuration: undefined,
      exposure: undefined,
      images: [],
    });
  });
});
