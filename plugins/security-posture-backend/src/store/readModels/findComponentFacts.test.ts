import { digest, trivyScan } from '../../tests/__testUtils__/reports';
import { databases, initDatabase } from '../../tests/__testUtils__/scenario';
import { deployment, grypeScan } from '../../tests/__testUtils__/toolReports';
import {
  baseLine,
  cart,
  createFactsWorld,
  quiet,
  shop,
} from './facts/__testUtils__/factsWorld';

jest.setTimeout(120_000);

const openssl = {
  id: 'CVE-2026-0001',
  pkg: 'openssl',
  severity: 'CRITICAL',
  fixed: '1.1',
};
const zlib = { id: 'CVE-2026-0002', pkg: 'zlib', severity: 'LOW' };
const inProd = { cluster: 'prod' };

describe.each(databases.eachSupportedId())('findComponentFacts, %p', id => {
  const start = async () => createFactsWorld(await initDatabase(id));

  it('answers every component that is asked for, with what the catalog says', async () => {
    const world = await start();
    await world.send(trivyScan([openssl]));
    const facts = await world.facts([shop, quiet, 'component:default/gone']);
    expect([...facts.keys()]).toEqual([shop, quiet, 'component:default/gone']);
    expect(facts.get(shop)?.component).toEqual({
      entityRef: shop,
      type: 'service',
      lifecycle: 'production',
      ownerRef: 'group:default/payments',
      systemRef: 'system:default/market',
      tags: ['tier-1'],
      tier: 1,
      dependents: 1,
      sourceRepository: 'github.com/acme/shop',
    });
    expect(facts.get('component:default/gone')).toEqual({
      component: { entityRef: 'component:default/gone', tags: [] },
      sources: [],
      artifacts: [],
      workloads: [],
      objects: [],
      findings: [],
      isTruncated: false,
      isExploitationKnown: false,
      passes: [],
      decisions: [],
      exceptions: [],
    });
    expect(await world.facts([])).toEqual(new Map());
  });

  it('gives what an image line shows to every component that shares it', async () => {
    const world = await start();
    await world.send(trivyScan([openssl], { image: baseLine }));
    await world.send(trivyScan([zlib]));
    const facts = await world.facts([shop, cart, quiet]);
    const told = [...facts].map(([entityRef, own]) => [
      entityRef,
      own.findings.map(({ problem }) => problem),
      own.artifacts.map(({ name }) => name),
      own.sources.length,
    ]);
    expect(told).toEqual([
      [
        shop,
        ['CVE-2026-0001', 'CVE-2026-0002'],
        [baseLine, 'ghcr.io/acme/shop'],
        2,
      ],
      [cart, ['CVE-2026-0001'], [baseLine], 1],
      [quiet, [], [], 0],
    ]);
  });

  it('tells the newest build from what runs, and who looked at which when', async () => {
    const world = await start();
    await world.send(trivyScan([zlib], { letter: 'a' }));
    await world.send(deployment({ letter: 'a' }), inProd);
    world.at('2026-11-20T14:00:00.000Z');
    await world.send(
      trivyScan([openssl], { letter: 'b', at: '2026-11-20T13:00:00Z' }),
      { branch: 'main', commit: 'c0ffee', runUrl: 'https://ci.example/7' },
    );
    await world.send(
      grypeScan([openssl], { letter: 'c', at: '2026-11-20T13:30:00Z' }),
      { branch: 'feature' },
    );
    const { artifacts, sources } = await world.factsOf(shop);
    expect(
      artifacts.map(each => [each.digest, each.built, each.running]),
    ).toEqual([
      [digest('a'), false, true],
      [digest('b'), true, false],
    ]);
    expect(artifacts[1]).toMatchObject({
      kind: 'image',
      name: 'ghcr.io/acme/shop',
      tag: '1.4',
      branch: 'main',
      commit: 'c0ffee',
      builtAt: '2026-11-20T13:00:00.000Z',
      runningSince: undefined,
      attestations: [],
    });
    expect(artifacts[1].scans).toContainEqual({
      source: 'trivy',
      tool: 'Trivy',
      kind: 'vulnerability',
      reportId: expect.any(String),
      at: '2026-11-20T13:00:00.000Z',
      complete: true,
      ofBuild: true,
    });
    expect(
      sources.map(each => [each.source, each.stage, each.fromPipeline]),
    ).toEqual([
      ['trivy', 'build', true],
      ['kubernetes', 'deploy', false],
    ]);
  });

  it('knows the exceptions on checks that cover a component', async () => {
    const world = await start();
    await world.send(trivyScan([], { image: baseLine }));
    await world.except('all', { kind: 'everywhere' });
    await world.except('own', { kind: 'component', ref: shop });
    await world.except('other', { kind: 'component', ref: quiet });
    await world.except('system', {
      kind: 'system',
      ref: 'system:default/market',
    });
    await world.except('line', { kind: 'image', ref: baseLine });
    await world.except('elsewhere', { kind: 'image', ref: 'ghcr.io/acme/x' });
    await world.except('asked', { kind: 'everywhere' }, { status: 'pending' });
    await world.except(
      'over',
      { kind: 'everywhere' },
      { until: { kind: 'date', at: '2026-11-20T11:00:00.000Z' } },
    );
    await world.except(
      'never',
      { kind: 'everywhere' },
      {
        until: { kind: 'never' },
      },
    );
    await world.except(
      'finding',
      { kind: 'everywhere' },
      {
        target: { problem: 'CVE-2026-0001' },
      },
    );
    const facts = await world.facts([shop, cart, quiet]);
    const idsOf = (entityRef: string) =>
      facts.get(entityRef)?.exceptions.map(each => each.id);
    expect(idsOf(shop)).toEqual(['all', 'line', 'never', 'own', 'system']);
    expect(idsOf(cart)).toEqual(['all', 'line', 'never']);
    expect(idsOf(quiet)).toEqual(['all', 'never', 'other']);
    expect(facts.get(shop)?.exceptions.slice(0, 3)).toEqual([
      {
        id: 'all',
        checkId: 'deploy.privileged',
        expiresAt: '2026-12-01T00:00:00.000Z',
        imageLine: undefined,
      },
      {
        id: 'line',
        checkId: 'deploy.privileged',
        expiresAt: '2026-12-01T00:00:00.000Z',
        imageLine: baseLine,
      },
      {
        id: 'never',
        checkId: 'deploy.privileged',
        expiresAt: undefined,
        imageLine: undefined,
      },
    ]);
  });
});
