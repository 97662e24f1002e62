import { digest, trivyScan } from '../../../tests/__testUtils__/reports';
import { databases, initDatabase } from '../../../tests/__testUtils__/scenario';
import {
  deployment,
  falcoEvent,
  grypeScan,
} from '../../../tests/__testUtils__/toolReports';
import { cart, createFactsWorld, shop } from './__testUtils__/factsWorld';

jest.setTimeout(120_000);

const openssl = {
  id: 'CVE-2026-0001',
  pkg: 'openssl',
  severity: 'CRITICAL',
  fixed: '1.1',
};
const zlib = { id: 'CVE-2026-0002', pkg: 'zlib', severity: 'LOW' };
const glibc = { id: 'CVE-2026-0003', pkg: 'glibc', severity: 'HIGH' };
const inProd = { cluster: 'prod' };

describe.each(databases.eachSupportedId())('findings of facts, %p', id => {
  const start = async () => createFactsWorld(await initDatabase(id));

  it('tells what is open on which digests, the worst first, by whom and how to mend it', async () => {
    const world = await start();
    await world.send(trivyScan([zlib, openssl], { letter: 'a' }));
    await world.send(
      grypeScan([{ ...openssl, epss: 0.4, fixed: undefined }], {
        letter: 'a',
        ignored: [glibc],
      }),
    );
    await world.send(deployment({ letter: 'a' }), inProd);
    await world.send(
      trivyScan([openssl], { letter: 'b', at: '2026-11-20T11:00:00Z' }),
      { branch: 'main' },
    );
    const { findings, isTruncated } = await world.factsOf(shop);
    expect(isTruncated).toBe(false);
    expect(
      findings.map(({ problem, digests, severity, built, running }) => ({
        problem,
        digests,
        severity,
        built,
        running,
      })),
    ).toEqual([
      {
        problem: 'CVE-2026-0001',
        digests: [digest('a'), digest('b')],
        severity: 'critical',
        built: true,
        running: true,
      },
      {
        problem: 'CVE-2026-0002',
        digests: [digest('a')],
        severity: 'low',
        built: false,
        running: true,
      },
    ]);
    expect(findings[0]).toMatchObject({
      subject: { kind: 'image', name: 'ghcr.io/acme/shop' },
      kind: 'vulnerability',
      stage: 'build',
      isStale: false,
      fixable: true,
      package: { name: 'openssl', version: '1.0', type: 'deb' },
      fixedVersions: ['1.1'],
      epss: 0.4,
      knownExploited: false,
      isUnderInvestigation: false,
      tools: ['Grype', 'Trivy'],
      firstSeenAt: '2026-11-20T10:00:00.000Z',
      isFromBase: undefined,
      isReachable: undefined,
      alert: undefined,
    });
  });

  it('puts what is known to be exploited first', async () => {
    const world = await start();
    await world.send(
      grypeScan([openssl, { ...zlib, knownExploited: true }], { letter: 'a' }),
    );
    const { findings } = await world.factsOf(shop);
    expect(
      findings.map(({ problem, knownExploited }) => [problem, knownExploited]),
    ).toEqual([
      ['CVE-2026-0002', true],
      ['CVE-2026-0001', false],
    ]);
  });

  it('shows alerts as findings, with the processes that were seen', async () => {
    const world = await start();
    const events = ['10:00:00', '10:05:00'].map((time, index) =>
      falcoEvent(`2026-11-20T${time}.000000000Z`, {
        fields: { 'proc.exepath': index === 0 ? '/bin/sh' : '/bin/bash' },
      }),
    );
    await world.send(
      events.map(event => JSON.stringify(event)).join('\n'),
      inProd,
    );
    const { findings } = await world.factsOf(shop);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      kind: 'alert',
      stage: 'runtime',
      severity: 'critical',
      digests: [],
      alert: {
        source: 'falco',
        tags: ['container'],
        count: 2,
        lastSeenAt: '2026-11-20T10:05:00.000Z',
        container: 'app',
        processes: ['/bin/bash', '/bin/sh'],
      },
    });
  });

  it('keeps the worst of every kind when there are more findings than wanted', async () => {
    const world = await start();
    await world.send(trivyScan([zlib, openssl, glibc]));
    await world.send(
      JSON.stringify(
        falcoEvent('2026-11-20T10:00:00.000000000Z', { priority: 'Notice' }),
      ),
      inProd,
    );
    const told = async (maxFindings: number) => {
      const facts = await world.factsOf(shop, { maxFindings });
      return [facts.findings.map(({ problem }) => problem), facts.isTruncated];
    };
    const alert = 'Terminal shell in container';
    expect(await told(4)).toEqual([
      ['CVE-2026-0001', 'CVE-2026-0003', 'CVE-2026-0002', alert],
      false,
    ]);
    const [few, isTruncated] = await told(2);
    expect(isTruncated).toBe(true);
    expect(few).toEqual(['CVE-2026-0001', alert]);
    const facts = await world.facts([shop, cart], { maxFindings: 2 });
    expect(facts.get(cart)?.isTruncated).toBe(false);
  });

  it('leaves out what was suppressed and what is fixed', async () => {
    const world = await start();
    await world.send(
      grypeScan([openssl, zlib], { letter: 'a', ignored: [glibc] }),
    );
    await world.send(
      grypeScan([zlib], { letter: 'a', at: '2026-11-20T11:00:00Z' }),
    );
    const { findings } = await world.factsOf(shop);
    expect(findings.map(({ problem }) => problem)).toEqual(['CVE-2026-0002']);
  });

  it('says which findings came with the base image, where its layers are known', async () => {
    const world = await start();
    await world.send(trivyScan([openssl, zlib], { letter: 'a' }));
    const layers = { openssl: 'sha256:base', zlib: 'sha256:own' };
    const stored = await world
      .knex('verdicts as v')
      .join('findings as f', 'f.id', 'v.finding_id')
      .select('f.id', 'f.package_name', 'f.subject_id', 'v.details');
    for (const { id: finding, package_name: name, details } of stored) {
      const layer = name === 'zlib' ? layers.zlib : layers.openssl;
      await world
        .knex('verdicts')
        .where('finding_id', finding)
        .update({ details: JSON.stringify({ ...JSON.parse(details), layer }) });
    }
    const told = async () =>
      (await world.factsOf(shop)).findings.map(each => each.isFromBase);
    await world.knex('image_settings').delete();
    expect(await told()).toEqual([undefined, undefined]);
    await world.knex('image_settings').insert({
      subject_id: stored[0].subject_id,
      digest: digest('a'),
      source: 'trivy',
      report_id: 'r',
      settings: JSON.stringify({ user: '', baseLayers: [layers.openssl] }),
      told_at: '2026-11-20T10:00:00.000Z',
    });
    expect(await told()).toEqual([true, false]);
    const { artifacts } = await world.factsOf(shop);
    expect(artifacts[0].image).toEqual({ user: '' });
  });
});
