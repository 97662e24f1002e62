import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { gzipSync } from 'node:zlib';
import { postureConditions } from '..';
import { falcoEvents, policyReport, trivyScan } from './__testUtils__/reports';
import { databases, initDatabase, start } from './__testUtils__/scenario';

jest.setTimeout(60_000);

const twoFindings = [
  { id: 'CVE-2026-0001', pkg: 'openssl', fixed: '1.1', severity: 'CRITICAL' },
  { id: 'CVE-2026-0002', pkg: 'zlib', severity: 'LOW' },
];

it('ran on PostgreSQL where CI says that there is one', () => {
  const needed = process.env.SECURITY_POSTURE_REQUIRE_POSTGRES === 'true';
  expect(databases.supports('POSTGRES_15') || !needed).toBe(true);
});

describe.each(databases.eachSupportedId())('the plugin on %p', id => {
  it('joins the three stages of a component with its owner', async () => {
    const { send, read } = await start({ knex: await initDatabase(id) });
    const scan = await send(trivyScan(twoFindings));
    expect(scan.status).toBe(200);
    expect(scan.body.reports).toEqual([
      expect.objectContaining({
        format: 'trivy',
        tool: { name: 'Trivy', version: '0.69.1' },
        generatedAt: '2026-11-20T10:00:00.000Z',
        duplicate: false,
        subject: {
          kind: 'image',
          name: 'ghcr.io/acme/shop',
          digest: `sha256:${'a'.repeat(64)}`,
        },
        entityRefs: ['component:default/shop'],
        unmapped: false,
        complete: true,
        read: expect.objectContaining({ vulnerability: 2, secret: 0 }),
        skipped: [],
        skippedTotal: 0,
        changes: { new: 2, reopened: 0, unchanged: 0, fixed: 0, suppressed: 0 },
      }),
    ]);
    const policies = await send(
      policyReport([
        ['disallow-privileged-containers', 'fail'],
        ['require-probes', 'pass'],
      ]),
      { cluster: 'prod' },
    );
    expect(policies.body.reports[0]).toMatchObject({
      format: 'policyreport',
      entityRefs: ['component:default/shop'],
      read: { 'policy-result': 2 },
    });
    const now = new Date().toISOString();
    const alerts = await send(falcoEvents([now, '2026-11-20T11:00:00Z']), {
      cluster: 'prod',
    });
    expect(alerts.body.reports[0]).toMatchObject({
      format: 'falco',
      entityRefs: ['component:default/shop'],
      read: { alert: 2 },
    });

    const posture = (await read('shop', 'posture')).body;
    expect(posture.owner).toEqual({
      state: 'owned',
      entityRef: 'group:default/payments',
      name: 'Payments',
      email: 'payments@acme.example',
      chat: { title: '#pay', url: 'https://chat.acme.example/pay' },
    });
    expect(posture.stages.build).toMatchObject({
      tools: [{ source: 'trivy', name: 'Trivy', version: '0.69.1' }],
      findings: {
        open: { critical: 1, high: 0, low: 1 },
        fixable: 1,
        fixed: 0,
      },
    });
    expect(posture.stages.deploy).toMatchObject({
      findings: { open: { high: 1 } },
      decisions: { deny: 0, warn: 0, audit: 1, allow: 1 },
    });
    expect(posture.stages.runtime).toMatchObject({
      state: 'failing',
      findings: { open: { critical: 1 } },
    });
    const [alert] = (await read('shop', 'alerts')).body.items;
    expect(alert).toMatchObject({
      rule: 'Terminal shell in container',
      count: 2,
      firstSeenAt: '2026-11-20T11:00:00.000Z',
      lastSeenAt: now,
      subject: { workloadKind: 'Deployment', namespace: 'shop', name: 'shop' },
    });
    expect(alert.occurrences).toHaveLength(2);
    const decisions = (await read('shop', 'decisions', { action: 'audit' }))
      .body;
    expect(decisions).toMatchObject({
      totalItems: 1,
      items: [{ policy: 'disallow-privileged-containers', outcome: 'fail' }],
    });
  });

  it('never shows what was not reported as clean or as zero', async () => {
    const { read } = await start({ knex: await initDatabase(id) });
    const { stages, openFindings } = (await read('quiet', 'posture')).body;
    for (const stage of ['build', 'deploy', 'runtime']) {
      expect(stages[stage].state).toBe('never-scanned');
      expect(stages[stage].findings).toBeUndefined();
    }
    expect(openFindings).toBeUndefined();
    expect((await read('orphan', 'posture')).body.owner).toMatchObject({
      state: 'unresolvable',
      entityRef: 'group:default/nobody',
    });
  });

  it('takes a clean scan for a result, fixes what is gone and reopens what returns', async () => {
    const { send, read } = await start({ knex: await initDatabase(id) });
    await send(trivyScan(twoFindings, { at: '2026-11-20T10:00:00Z' }));
    const clean = await send(trivyScan([], { at: '2026-11-21T10:00:00Z' }));
    expect(clean.body.reports[0].changes).toMatchObject({ fixed: 2, new: 0 });
    expect((await read('shop', 'findings')).body.totalItems).toBe(0);
    const again = await send(
      trivyScan(twoFindings.slice(0, 1), { at: '2026-11-22T10:00:00Z' }),
    );
    expect(again.body.reports[0].changes).toMatchObject({ reopened: 1 });
    const { items } = (await read('shop', 'findings')).body;
    expect(items).toEqual([
      expect.objectContaining({
        problem: 'CVE-2026-0001',
        severity: 'critical',
        reopenCount: 1,
        firstSeenAt: '2026-11-20T10:00:00.000Z',
        fixedVersions: ['1.1'],
        package: expect.objectContaining({ name: 'openssl', version: '1.0' }),
        references: ['https://example.com/advisory'],
        tools: ['Trivy'],
      }),
    ]);
  });

  it('closes only what the declared scanners and severities cover', async () => {
    const { send, read } = await start({ knex: await initDatabase(id) });
    await send(trivyScan(twoFindings, { at: '2026-11-20T10:00:00Z' }));
    await send(trivyScan([], { at: '2026-11-21T10:00:00Z' }), {
      scanners: 'secret',
    });
    await send(trivyScan([], { at: '2026-11-22T10:00:00Z' }), {
      minSeverity: 'critical',
    });
    const { items } = (await read('shop', 'findings')).body;
    expect(items.map((item: { problem: string }) => item.problem)).toEqual([
      'CVE-2026-0002',
    ]);
  });

  it('answers a body that was sent before without changing anything', async () => {
    const { send, read } = await start({ knex: await initDatabase(id) });
    const first = await send(trivyScan(twoFindings));
    const second = await send(trivyScan(twoFindings));
    expect(second.body.reports[0]).toMatchObject({
      id: first.body.reports[0].id,
      duplicate: true,
      changes: { new: 0, unchanged: 2, fixed: 0 },
    });
    expect((await read('shop', 'findings')).body.totalItems).toBe(2);
    const cluster = { cluster: 'prod' };
    const events = falcoEvents(['2026-11-20T11:00:00Z']);
    await send(events, cluster);
    const repeated = await send(events, cluster);
    expect(repeated.body.reports[0].duplicate).toBe(true);
    expect((await read('shop', 'alerts')).body.items).toEqual([
      expect.objectContaining({ count: 1 }),
    ]);
  });

  it('keeps an older report as history', async () => {
    const { send, read } = await start({ knex: await initDatabase(id) });
    await send(trivyScan([], { at: '2026-11-21T10:00:00Z' }));
    const late = await send(
      trivyScan(twoFindings, { at: '2026-11-20T10:00:00Z' }),
    );
    expect(late.body.reports[0].warnings.join()).toContain('newer report');
    expect((await read('shop', 'findings')).body.totalItems).toBe(0);
  });

  it('counts repeated events once and folds the rest', async () => {
    const { send, read } = await start({ knex: await initDatabase(id) });
    const cluster = { cluster: 'prod' };
    await send(falcoEvents(['2026-11-20T11:00:00Z']), cluster);
    await send(
      falcoEvents(['2026-11-20T11:00:00Z', '2026-11-20T12:00:00Z']),
      cluster,
    );
    expect((await read('shop', 'alerts')).body.items).toEqual([
      expect.objectContaining({ count: 2 }),
    ]);
    await send(falcoEvents(['2026-11-20T09:00:00Z']), cluster);
    expect(
      (await read('shop', 'findings', { kind: 'alert' })).body.items,
    ).toEqual([
      expect.objectContaining({
        firstSeenAt: '2026-11-20T09:00:00.000Z',
        lastSeenAt: '2026-11-20T12:00:00.000Z',
      }),
    ]);
  });

  it('keeps what it cannot map, and maps an image through its workload later', async () => {
    const { send, read } = await start({ knex: await initDatabase(id) });
    const image = 'ghcr.io/acme/cart';
    const scan = await send(trivyScan(twoFindings, { image }));
    expect(scan.body.reports[0]).toMatchObject({
      unmapped: true,
      entityRefs: [],
    });
    const event = JSON.parse(
      falcoEvents(['2026-11-20T11:00:00Z'], 'cart-7d9c8f5b6-x2k4t'),
    );
    event.output_fields['k8s.ns.name'] = 'cart';
    event.output_fields['container.image.repository'] = image;
    await send(event, { cluster: 'prod' });
    const { body } = await read('cart', 'findings', { kind: 'vulnerability' });
    expect(body.totalItems).toBe(2);
  });

  it('maps to the entity that the sender names', async () => {
    const { send, read } = await start({ knex: await initDatabase(id) });
    await send(trivyScan(twoFindings), { entityRef: 'quiet' });
    expect((await read('quiet', 'findings')).body.totalItems).toBe(2);
    expect((await read('shop', 'findings')).body.totalItems).toBe(0);
    await send(trivyScan(twoFindings, { image: 'ghcr.io/acme/other' }));
    await send(trivyScan([], { at: '2026-11-19T10:00:00Z' }));
    expect((await read('shop', 'findings')).body.totalItems).toBe(0);
    const unknown = await send(trivyScan([]), { entityRef: 'component:nope' });
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toContain('component:default/nope');
    const malformed = await send(trivyScan([]), { entityRef: '::' });
    expect(malformed.status).toBe(400);
    expect(malformed.body.error.message).toContain('kind:namespace/name');
  });

  it('pages, sorts, filters and searches in SQL', async () => {
    const { send, read } = await start({ knex: await initDatabase(id) });
    const many = Array.from({ length: 120 }, (_, index) => ({
      id: `CVE-2026-${1000 + index}`,
      pkg: `lib${index % 7}`,
      severity: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'][index % 4],
      fixed: index % 3 === 0 ? '2.0' : undefined,
    }));
    await send(trivyScan(many));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await read('shop', 'findings', { limit: 50, cursor });
      expect(body.totalItems).toBe(120);
      seen.push(...body.items.map((item: { problem: string }) => item.problem));
      cursor = body.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(120);
    expect(
      (
        await read('shop', 'findings', {
          severity: 'critical,high',
          fixable: true,
        })
      ).body.totalItems,
    ).toBe(20);
    expect(
      (await read('shop', 'findings', { q: '2026-1005 LIB5' })).body.items,
    ).toHaveLength(1);
    expect((await read('shop', 'findings', { q: '%' })).body.totalItems).toBe(
      0,
    );
    const sorted = (await read('shop', 'findings', { orderBy: 'package:asc' }))
      .body;
    expect(sorted.items[0].package.name).toBe('lib0');
    const wrong = await read('shop', 'findings', {
      orderBy: 'color',
      limit: 0,
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toContain('orderBy');
    expect((await read('shop', 'findings', { cursor: 'zzz' })).status).toBe(
      400,
    );
  });

  it('refuses bad bodies with a clear error and stores nothing', async () => {
    const knex = await initDatabase(id);
    const { send, raw, read } = await start({
      knex,
      config: {
        securityPosture: { reports: { limits: { maxBytes: 100_000 } } },
      },
    });
    const answers = [
      await send('{"SchemaVersion": 2,'),
      await send(''),
      await send('{"hello": "world"}'),
      await send(gzipSync(Buffer.alloc(1_000_000, 'x'))),
      await send('x'.repeat(200_000)),
    ].map(({ status, body }) => [status, body.error.message]);
    expect(answers).toEqual([
      [400, expect.stringContaining('ends too early')],
      [400, expect.stringContaining('empty')],
      [422, expect.stringContaining('Looked for: ')],
      [413, expect.stringContaining('maxBytes')],
      [413, expect.stringContaining('maxBytes')],
    ]);
    const inflated = await raw()
      .post('/api/security-posture/v1/reports')
      .set('Content-Type', 'application/json')
      .set('Content-Encoding', 'gzip')
      .serialize(part => part as never)
      .send(gzipSync(Buffer.alloc(1_000_000, ' ')) as never);
    expect(inflated.status).toBe(413);
    expect(inflated.body.error.message).toContain('maxBytes');
    const notInflatable = await raw()
      .post('/api/security-posture/v1/reports')
      .set('Content-Encoding', 'gzip')
      .send('{}');
    expect(notInflatable.status).toBe(400);
    expect(notInflatable.body.error.message).toContain('The body is not gzip');
    const xml = await raw()
      .post('/api/security-posture/v1/reports')
      .set('Content-Type', 'application/xml')
      .send('<a/>');
    expect(xml.status).toBe(415);
    expect(await knex('reports')).toEqual([]);
    expect(await knex('subjects')).toEqual([]);
    expect((await read('nope', 'posture')).status).toBe(404);
  });

  it('filters by the policy of the caller, never by its own rights', async () => {
    const knex = await initDatabase(id);
    const permissions = mockServices.permissions.mock();
    permissions.authorize.mockResolvedValue(
      Array(3).fill({ result: AuthorizeResult.DENY }),
    );
    permissions.authorizeConditional.mockResolvedValue([
      {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'security-posture',
        resourceType: 'security-posture',
        conditions: postureConditions.isComponentOwner({
          claims: ['group:default/payments'],
        }),
      },
    ]);
    const { send, read } = await start({ knex, permissions });
    expect((await send(trivyScan([]))).status).toBe(403);
    for (const list of ['posture', 'findings', 'decisions', 'alerts']) {
      expect((await read('shop', list)).status).toBe(200);
      expect((await read('orphan', list)).status).toBe(403);
    }
    permissions.authorizeConditional.mockResolvedValue([
      { result: AuthorizeResult.DENY },
    ]);
    expect((await read('shop', 'posture')).status).toBe(403);
  });
});
