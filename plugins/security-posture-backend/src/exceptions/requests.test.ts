import { isTrue } from '../store/rows';
import { trivyScan } from '../tests/__testUtils__/reports';
import { databases, initDatabase } from '../tests/__testUtils__/scenario';
import { startWithPeople } from './__testUtils__/people';

jest.setTimeout(60_000);

const openssl = { id: 'CVE-2026-0001', pkg: 'openssl', severity: 'CRITICAL' };
const zlib = { id: 'CVE-2026-0002', pkg: 'zlib', severity: 'LOW' };
const image = 'ghcr.io/acme/shop';
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString();

describe.each(databases.eachSupportedId())('requests on %p', id => {
  it('are listed for the component that they concern', async () => {
    const knex = await initDatabase(id);
    const { send, read, ann, findingOf, except } = await startWithPeople({
      knex,
    });
    await send(trivyScan([openssl, zlib]));
    await knex('components')
      .insert({
        entity_ref: 'component:default/shop',
        system_ref: 'system:default/pay',
      })
      .onConflict('entity_ref')
      .merge();
    const finding = await findingOf('shop', openssl.id);
    const target = { problem: openssl.id };
    const concerning = [
      await except({
        target: { findingId: finding.id },
        scope: { kind: 'finding' },
      }),
      await except({
        target: { findingId: finding.id },
        scope: { kind: 'image' },
      }),
      await except({
        target: { findingId: finding.id },
        scope: { kind: 'component' },
      }),
      await except({
        target: { findingId: finding.id },
        scope: { kind: 'system' },
      }),
      await except({
        target: { checkId: 'build.sbom' },
        scope: { kind: 'everywhere' },
      }),
    ];
    expect(concerning.map(({ scope }) => scope.ref)).toEqual([
      undefined,
      image,
      'component:default/shop',
      'system:default/pay',
      undefined,
    ]);
    const other = await ann.post('exceptions', {
      kind: 'accepted',
      target,
      scope: { kind: 'component', ref: 'component:default/quiet' },
      reason: 'Later',
    });
    const ids = (body: any) => body.items.map((item: any) => item.id).sort();
    const all = concerning.map(exception => exception.id);
    const own = (await read('shop', 'exceptions')).body;
    expect(ids(own)).toEqual([...all].sort());
    expect(own.totalItems).toBe(5);
    expect(ids((await read('quiet', 'exceptions')).body)).toEqual(
      [all[4], other.body.id].sort(),
    );
    const pending = await ann.get('exceptions', { status: 'pending' });
    expect(ids(pending.body)).toEqual([other.body.id]);
    const first = (await ann.get('exceptions', { limit: 4 })).body;
    const { nextCursor: cursor } = first;
    const second = (await ann.get('exceptions', { limit: 4, cursor })).body;
    expect([...ids(first), ...ids(second)].sort()).toEqual(
      [...all, other.body.id].sort(),
    );
    expect((await ann.get('exceptions', { state: 'open' })).status).toBe(400);
  });

  it('are refused with the field and the reason', async () => {
    const knex = await initDatabase(id);
    const { send, ann, findingOf } = await startWithPeople({
      knex,
      config: { securityPosture: { exceptions: { maxDays: 30 } } },
    });
    await send(trivyScan([openssl]));
    const { id: findingId } = await findingOf('shop', openssl.id);
    const request = {
      kind: 'accepted',
      target: { findingId },
      scope: { kind: 'finding' },
      reason: 'Because',
    };
    const refusals: [object, number, string][] = [
      [{ reason: '  ' }, 400, 'reason'],
      [{ kind: 'ignored' }, 400, 'kind'],
      [{ target: {} }, 400, 'target: expected an object with one of'],
      [{ colour: 'red' }, 400, 'colour'],
      [{ until: { kind: 'never' } }, 400, 'an accepted risk ends'],
      [{ until: { kind: 'date', at: inDays(-1) } }, 400, 'in the future'],
      [{ until: { kind: 'date', at: inDays(31) } }, 400, '30 days at most'],
      [
        { kind: 'false-positive', until: { kind: 'fix' } },
        400,
        'a false positive has no expiry',
      ],
      [{ scope: { kind: 'system' } }, 400, 'scope.ref'],
      [{ scope: { kind: 'image', ref: `${image}:1.4` } }, 400, 'without tag'],
      [{ scope: { kind: 'component', ref: ':/' } }, 400, 'scope.ref'],
      [
        { scope: { kind: 'system', ref: 'component:default/shop' } },
        400,
        'expected an entity reference such as system:default/shop',
      ],
      [{ scope: { kind: 'component', ref: 'nobody' } }, 404, 'nobody'],
      [{ scope: { kind: 'image', ref: 'ghcr.io/no/body' } }, 404, 'no/body'],
      [{ target: { findingId: 'nothing' } }, 404, "No finding 'nothing'"],
      [{ target: { problem: 'CVE-2026-1' } }, 400, 'scope.kind'],
      [
        { target: { checkId: 'c' }, scope: { kind: 'image', ref: image } },
        400,
        'scope.kind',
      ],
    ];
    for (const [change, status, message] of refusals) {
      const { body, status: given } = await ann.post('exceptions', {
        ...request,
        ...change,
      });
      expect([given, body.error?.message]).toEqual([
        status,
        expect.stringContaining(message),
      ]);
    }
    expect(await knex('exceptions')).toEqual([]);
    const { body: shortest } = await ann.post('exceptions', request);
    expect(Date.parse(shortest.until.at)).toBeLessThanOrEqual(
      Date.parse(inDays(30)),
    );
    expect((await ann.get('exceptions/none')).status).toBe(404);
    const empty = await ann.post(`exceptions/${shortest.id}/deny`);
    expect([empty.status, empty.body.error.message]).toEqual([
      400,
      expect.stringContaining('comment'),
    ]);
    await ann.post(`exceptions/${shortest.id}/revoke`, { comment: 'Sorry' });
    const [row] = await knex('exceptions');
    expect(row).toMatchObject({ status: 'revoked', decided_by: null });
  });

  it('need no second person where the organisation says so', async () => {
    const knex = await initDatabase(id);
    const { send, ann, findingOf, states } = await startWithPeople({
      knex,
      config: { securityPosture: { exceptions: { fourEyes: false } } },
    });
    await send(trivyScan([{ ...openssl, fixed: '1.1' }]));
    const { id: findingId } = await findingOf('shop', openssl.id);
    const { body } = await ann.post('exceptions', {
      kind: 'accepted',
      target: { findingId },
      scope: { kind: 'finding' },
      reason: 'Because',
    });
    await ann.post(`exceptions/${body.id}/approve`);
    expect(await states('shop')).toEqual({ [openssl.id]: 'suppressed' });
    const [row] = await knex('findings').where('id', findingId);
    expect(isTrue(row.fixable)).toBe(true);
  });
});
