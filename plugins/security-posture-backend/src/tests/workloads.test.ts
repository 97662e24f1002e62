import { workloadsPageSchema } from 'backstage-plugin-security-posture-common';
import { deployment } from './__testUtils__/admission';
import { digest, trivyScan } from './__testUtils__/reports';
import { databases, initDatabase, start } from './__testUtils__/scenario';

jest.setTimeout(60_000);

const at = () => new Date().toISOString();
const inProd = { cluster: 'prod' };
const openssl = {
  id: 'CVE-2026-0001',
  pkg: 'openssl',
  fixed: '1.1',
  severity: 'CRITICAL',
};
const image = `ghcr.io/acme/shop:1.4@${digest('a')}`;

/** Workloads of the component `cart`, which its namespace maps. */
const inCart = (
  name: string,
  over: Omit<Parameters<typeof deployment>[0], 'name'> = {},
) => {
  const object = deployment({ ...over, name });
  return { ...object, metadata: { ...object.metadata, namespace: 'cart' } };
};

const service = (name: string, type: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'cart' },
  spec: { type, selector: { app: name }, ports: [{ port: 80 }] },
});

describe.each(databases.eachSupportedId())('workloads on %p', id => {
  async function ready() {
    const plugin = await start({ knex: await initDatabase(id) });
    return {
      ...plugin,
      workloads: async (name: string, query: object = {}) => {
        const { status, body } = await plugin.read(name, 'workloads', query);
        expect(status).toBe(200);
        return workloadsPageSchema.parse(body);
      },
    };
  }

  it('tells the risk of each, what it runs and how far it is reached', async () => {
    const { send, read, workloads } = await ready();
    await send(trivyScan([openssl], { at: at() }));
    await send(
      inCart('front', {
        container: { image, securityContext: { privileged: true } },
      }),
      inProd,
    );
    await send(inCart('back', { container: { image: undefined } }), inProd);
    await send(service('front', 'LoadBalancer'), inProd);
    await send(service('back', 'ClusterIP'), inProd);

    const { items, totalItems, nextCursor } = await workloads('cart');
    expect(totalItems).toBe(2);
    expect(nextCursor).toBeUndefined();
    expect(items).toMatchObject([
      {
        subject: {
          kind: 'workload',
          cluster: 'prod',
          namespace: 'cart',
          workloadKind: 'Deployment',
          name: 'front',
        },
        exposure: 'external',
        images: [
          { name: 'ghcr.io/acme/shop', digest: digest('a'), tag: '1.4' },
        ],
      },
      { subject: { name: 'back' }, exposure: 'internal', images: [] },
    ]);
    const [front, back] = items;
    const idsOf = ({ failing }: typeof front) =>
      failing.map(({ checkId }) => checkId);
    expect(idsOf(front)).toContain('deploy.privileged');
    expect(idsOf(back)).not.toContain('deploy.privileged');
    expect(front.risk).toBeGreaterThan(back.risk ?? 100);
    expect(front.factorsTotal).toBeGreaterThanOrEqual(front.factors.length);
    expect(front.factors.length).toBeGreaterThan(0);
    expect(front.configuredAt).toEqual(expect.any(String));

    // The image line belongs to the shop, which runs it nowhere itself.
    expect((await read('shop', 'workloads')).body).toMatchObject({
      items: [],
      totalItems: 0,
    });
  });

  it('names the secrets that are used, and never what is in them', async () => {
    const { send, workloads } = await ready();
    await send(
      inCart('back', {
        container: {
          env: [
            { name: 'PLAIN_PASSWORD', value: 'hunter2-in-the-clear' },
            {
              name: 'DB_PASSWORD',
              valueFrom: { secretKeyRef: { name: 'db', key: 'password' } },
            },
          ],
          volumeMounts: [
            { name: 'tls', mountPath: '/etc/tls', readOnly: true },
          ],
        },
        pod: {
          imagePullSecrets: [{ name: 'registry' }],
          volumes: [{ name: 'tls', secret: { secretName: 'back-tls' } }],
        },
      }),
      inProd,
    );
    await send(inCart('bare'), inProd);
    const { items } = await workloads('cart');
    const secretsOf = (name: string) =>
      items.find(({ subject }) => subject.name === name)?.secrets;
    expect(secretsOf('back')).toHaveLength(3);
    expect(secretsOf('back')).toEqual(
      expect.arrayContaining([
        { name: 'db', via: 'environment', container: 'app' },
        { name: 'back-tls', via: 'volume', container: 'app', readOnly: true },
        { name: 'registry', via: 'image-pull' },
      ]),
    );
    expect(secretsOf('bare')).toEqual([]);
    expect(JSON.stringify(items)).not.toContain('hunter2');
  });

  it('says unknown of one of which nothing but its name is known', async () => {
    const { send, workloads } = await ready();
    await send(
      {
        apiVersion: 'wgpolicyk8s.io/v1alpha2',
        kind: 'PolicyReport',
        metadata: { name: 'a', namespace: 'cart' },
        scope: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'seen',
          namespace: 'cart',
        },
        results: [
          {
            source: 'kyverno',
            policy: 'own-rule',
            result: 'pass',
            scored: true,
          },
        ],
        summary: {},
      },
      inProd,
    );
    const { items } = await workloads('cart');
    expect(items).toMatchObject([
      { subject: { name: 'seen' }, grade: '?', images: [] },
    ]);
    expect(items[0].risk).toBeUndefined();
    expect(items[0].exposure).toBeUndefined();
    expect(items[0].secrets).toBeUndefined();
    expect(items[0].configuredAt).toBeUndefined();
  });

  it('gives every workload once, page by page, the riskiest first', async () => {
    const { send, workloads } = await ready();
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const name of names) {
      await send(
        inCart(name, {
          container:
            name === 'd' ? { securityContext: { privileged: true } } : {},
        }),
        inProd,
      );
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await workloads('cart', { limit: 2, cursor });
      expect(page.items.length).toBeLessThanOrEqual(2);
      expect(page.totalItems).toBe(5);
      seen.push(...page.items.map(({ subject }) => subject.name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['d', 'a', 'b', 'c', 'e']);
    const whole = await workloads('cart', { limit: 500 });
    expect(whole.items.map(({ subject }) => subject.name)).toEqual(seen);
  });

  it('refuses what it does not know', async () => {
    const { read } = await ready();
    for (const query of [
      { namespace: 'cart' },
      { limit: 0 },
      { limit: 501 },
      { limit: 'many' },
    ]) {
      const { status, body } = await read('cart', 'workloads', query);
      expect(status).toBe(400);
      expect(body.error.message).toContain(Object.keys(query)[0]);
    }
    expect((await read('nobody', 'workloads')).status).toBe(404);
  });
});
