import { trivyScan } from '../tests/__testUtils__/reports';
import {
  databases,
  entities,
  initDatabase,
} from '../tests/__testUtils__/scenario';
import { startWithPeople } from './__testUtils__/people';

jest.setTimeout(60_000);

const openssl = { id: 'CVE-2026-0001', pkg: 'openssl', severity: 'CRITICAL' };
const zlib = { id: 'CVE-2026-0002', pkg: 'zlib', severity: 'LOW' };
const image = 'ghcr.io/acme/shop';

/** An image line that belongs to two components. */
const shared = 'ghcr.io/acme/base';
const sharing = entities.map(entity =>
  ['shop', 'quiet'].includes(entity.metadata.name)
    ? {
        ...entity,
        metadata: {
          ...entity.metadata,
          annotations: {
            ...entity.metadata.annotations,
            'security-posture.io/images': [
              ...(entity.metadata.name === 'shop' ? [image] : []),
              shared,
            ].join(', '),
          },
        },
      }
    : entity,
);

describe.each(databases.eachSupportedId())('exceptions on %p', id => {
  it('have no effect until someone else than the requester approves', async () => {
    const { send, read, ann, bob, findingOf, states } = await startWithPeople({
      knex: await initDatabase(id),
    });
    await send(trivyScan([openssl, zlib]));
    const finding = await findingOf('shop', 'CVE-2026-0001');
    const asked = await ann.post('exceptions', {
      kind: 'accepted',
      target: { findingId: finding.id },
      scope: { kind: 'finding' },
      reason: 'Behind the firewall',
      until: { kind: 'date', at: '2027-01-31T12:00:00+01:00' },
    });
    expect(asked.status).toBe(200);
    expect(asked.body).toEqual({
      id: expect.any(String),
      kind: 'accepted',
      status: 'pending',
      target: { findingId: finding.id, problem: 'CVE-2026-0001' },
      scope: { kind: 'finding' },
      reason: 'Behind the firewall',
      until: { kind: 'date', at: '2027-01-31T11:00:00.000Z' },
      requestedBy: 'user:default/ann',
      requestedAt: expect.any(String),
    });
    const path = `exceptions/${asked.body.id}`;
    expect((await states('shop'))['CVE-2026-0001']).toBe('open');
    for (const decision of ['approve', 'deny']) {
      const own = await ann.post(`${path}/${decision}`, { comment: 'Fine' });
      expect([own.status, own.body.error.message]).toEqual([
        403,
        `You asked for this exception; someone else has to ${decision} it`,
      ]);
    }
    const talk = await bob.post(`${path}/comments`, { comment: 'Which one?' });
    expect(talk.status).toBe(200);
    const approved = await bob.post(`${path}/approve`, { comment: 'Agreed' });
    expect(approved.body).toMatchObject({
      status: 'approved',
      decidedBy: 'user:default/bob',
      decisionComment: 'Agreed',
    });
    expect(await states('shop')).toEqual({
      'CVE-2026-0001': 'suppressed',
      'CVE-2026-0002': 'open',
    });
    const { body: posture } = await read('shop', 'posture');
    expect(posture.stages.build.findings).toMatchObject({
      open: { critical: 0, low: 1 },
      suppressed: 1,
    });
    for (const decision of ['approve', 'deny']) {
      const late = await bob.post(`${path}/${decision}`, { comment: 'Again' });
      expect([late.status, late.body.error.message]).toEqual([
        409,
        `Cannot ${decision} the exception: it is approved`,
      ]);
    }
    const { body: whole } = await ann.get(path);
    expect(
      whole.trail.map((step: any) => [step.action, step.actor, step.comment]),
    ).toEqual([
      ['exception-requested', 'user:default/ann', 'Behind the firewall'],
      ['exception-commented', 'user:default/bob', 'Which one?'],
      ['exception-approved', 'user:default/bob', 'Agreed'],
    ]);
  });

  it('survive a scan that still shows the finding, end with one that does not', async () => {
    const { send, bob, findingOf, except, states } = await startWithPeople({
      knex: await initDatabase(id),
    });
    await send(trivyScan([openssl], { at: '2026-11-20T10:00:00Z' }));
    const finding = await findingOf('shop', 'CVE-2026-0001');
    const one = await except({
      target: { findingId: finding.id },
      scope: { kind: 'finding' },
    });
    const falsePositive = await except({
      kind: 'false-positive',
      target: { findingId: finding.id },
      scope: { kind: 'finding' },
    });
    expect(falsePositive.until).toEqual({ kind: 'never' });
    await send(trivyScan([openssl, zlib], { at: '2026-11-21T10:00:00Z' }));
    expect((await states('shop'))['CVE-2026-0001']).toBe('suppressed');
    await send(trivyScan([zlib], { at: '2026-11-22T10:00:00Z' }));
    expect((await states('shop'))['CVE-2026-0001']).toBe('fixed');
    const { body: ended } = await bob.get(`exceptions/${one.id}`);
    expect(ended).toMatchObject({
      status: 'ended',
      endedBecause: 'fixed',
      trail: [{}, {}, { action: 'exception-ended', findingId: finding.id }],
    });
    // A scanner that errs again is still wrong.
    await send(trivyScan([openssl, zlib], { at: '2026-11-23T10:00:00Z' }));
    expect((await states('shop'))['CVE-2026-0001']).toBe('suppressed');
    await bob.post(`exceptions/${falsePositive.id}/revoke`, { comment: 'No' });
    expect((await states('shop'))['CVE-2026-0001']).toBe('open');
  });

  it('until a fix let go of what has one', async () => {
    const { send, ann, findingOf, except, states } = await startWithPeople({
      knex: await initDatabase(id),
    });
    await send(trivyScan([openssl, zlib], { at: '2026-11-20T10:00:00Z' }));
    const until = { kind: 'fix' };
    const narrow = await except({
      target: { findingId: (await findingOf('shop', openssl.id)).id },
      scope: { kind: 'finding' },
      until,
    });
    const wide = await except({
      target: { problem: zlib.id },
      scope: { kind: 'everywhere' },
      until,
    });
    expect(await states('shop')).toEqual({
      [openssl.id]: 'suppressed',
      [zlib.id]: 'suppressed',
    });
    await send(
      trivyScan(
        [
          { ...openssl, fixed: '1.1' },
          { ...zlib, fixed: '2.0' },
        ],
        { at: '2026-11-21T10:00:00Z' },
      ),
    );
    expect(await states('shop')).toEqual({
      [openssl.id]: 'open',
      [zlib.id]: 'open',
    });
    expect((await ann.get(`exceptions/${narrow.id}`)).body).toMatchObject({
      status: 'ended',
      endedBecause: 'fix-available',
    });
    expect((await ann.get(`exceptions/${wide.id}`)).body.status).toBe(
      'approved',
    );
    // A new finding that is fixable from the start is not covered either.
    await send(
      trivyScan([{ ...zlib, fixed: '2.0' }], { image: 'ghcr.io/acme/new' }),
      { entityRef: 'orphan' },
    );
    await send(trivyScan([zlib], { image: 'ghcr.io/acme/newer' }), {
      entityRef: 'cart',
    });
    expect(await states('orphan')).toEqual({ [zlib.id]: 'open' });
    expect(await states('cart')).toEqual({ [zlib.id]: 'suppressed' });
    const refused = await ann.post('exceptions', {
      kind: 'accepted',
      target: { findingId: (await findingOf('shop', openssl.id)).id },
      scope: { kind: 'finding' },
      reason: 'No',
      until,
    });
    expect([refused.status, refused.body.error.message]).toEqual([
      400,
      expect.stringContaining('there is a fix already'),
    ]);
  });

  it('cover images, components, systems and everything, and what comes later', async () => {
    const knex = await initDatabase(id);
    const { send, ann, bob, except, states } = await startWithPeople({ knex });
    await send(trivyScan([openssl, zlib]));
    await send(trivyScan([openssl], { image: 'ghcr.io/acme/other' }), {
      entityRef: 'quiet',
    });
    const before = await states('shop');
    for (const [component, system] of [
      ['shop', 'pay'],
      ['quiet', 'pay'],
      ['cart', 'web'],
    ]) {
      await knex('components')
        .insert({
          entity_ref: `component:default/${component}`,
          system_ref: `system:default/${system}`,
        })
        .onConflict('entity_ref')
        .merge();
    }
    const revoked = async (exception: { id: string }) => {
      const path = `exceptions/${exception.id}/revoke`;
      const { body } = await ann.post(path, { comment: 'Enough' });
      expect(body).toMatchObject({
        status: 'revoked',
        endedBecause: 'revoked',
      });
      expect(await states('shop')).toEqual(before);
      expect((await bob.post(path, { comment: 'Enough' })).status).toBe(409);
    };
    const target = { problem: 'cve-2026-0001' };
    const suppressed = { ...before, [openssl.id]: 'suppressed' };

    const ofImage = await except({
      target,
      scope: { kind: 'image', ref: image },
    });
    expect(ofImage.target).toEqual({ problem: openssl.id });
    expect(await states('shop')).toEqual(suppressed);
    expect(await states('quiet')).toEqual({ [openssl.id]: 'open' });
    await revoked(ofImage);

    const ofComponent = await except({
      target,
      scope: { kind: 'component', ref: 'shop' },
    });
    expect(ofComponent.scope.ref).toBe('component:default/shop');
    expect(await states('shop')).toEqual(suppressed);
    expect(await states('quiet')).toEqual({ [openssl.id]: 'open' });
    await revoked(ofComponent);

    const ofSystem = await except({
      target,
      scope: { kind: 'system', ref: 'pay' },
    });
    expect(await states('shop')).toEqual(suppressed);
    expect(await states('quiet')).toEqual({ [openssl.id]: 'suppressed' });
    await send(trivyScan([openssl], { image: 'ghcr.io/acme/third' }), {
      entityRef: 'orphan',
    });
    expect(await states('orphan')).toEqual({ [openssl.id]: 'open' });
    await revoked(ofSystem);

    const everywhere = await except({ target, scope: { kind: 'everywhere' } });
    expect(await states('orphan')).toEqual({ [openssl.id]: 'suppressed' });
    await send(trivyScan([openssl], { image: 'ghcr.io/acme/fourth' }), {
      entityRef: 'cart',
    });
    expect(await states('cart')).toEqual({ [openssl.id]: 'suppressed' });
    await revoked(everywhere);
    const rows = await knex('findings').whereNotNull('exception_id');
    expect(rows).toEqual([]);
  });

  it('of one component do not speak for another that shares its image', async () => {
    const knex = await initDatabase(id);
    const { send, read, except, states } = await startWithPeople({
      knex,
      entities: sharing,
    });
    await send(trivyScan([openssl], { image: shared }));
    await send(trivyScan([openssl]));
    const target = { problem: openssl.id };
    const ofShop = await except({
      target,
      scope: { kind: 'component', ref: 'component:default/shop' },
    });
    expect(await states('quiet')).toEqual({ [openssl.id]: 'open' });
    const { body: findings } = await read('shop', 'findings', {
      state: 'open,suppressed',
    });
    expect(
      findings.items.map((item: any) => [item.subject.name, item.state]).sort(),
    ).toEqual([
      [shared, 'open'],
      [image, 'suppressed'],
    ]);
    const ofQuiet = await except({
      target,
      scope: { kind: 'component', ref: 'component:default/quiet' },
    });
    expect(await states('quiet')).toEqual({ [openssl.id]: 'suppressed' });
    const covering = await knex('findings').distinct('exception_id');
    expect([ofShop.id, ofQuiet.id]).toEqual(
      expect.arrayContaining(covering.map(row => row.exception_id)),
    );
  });
});
