import { openvexSource } from '../sources/openvex/source';
import { findTrail } from '../store/readModels/findTrail';
import { trivyScan } from '../tests/__testUtils__/reports';
import { databases, initDatabase } from '../tests/__testUtils__/scenario';
import { startWithPeople } from './__testUtils__/people';

jest.setTimeout(60_000);

const image = 'ghcr.io/acme/shop';
const openssl = { id: 'CVE-2026-0001', pkg: 'openssl', severity: 'CRITICAL' };
const zlib = { id: 'CVE-2026-0002', pkg: 'zlib', severity: 'LOW' };
const curl = { id: 'CVE-2026-0003', pkg: 'curl' };
const bash = { id: 'CVE-2026-0004', pkg: 'bash' };
const tar = { id: 'CVE-2026-0005', pkg: 'tar' };

/** A document as vexctl writes it. */
function vex(
  status: string,
  {
    vulnerability = 'CVE-2026-0001',
    aliases = [] as string[],
    product = `pkg:oci/shop@sha256%3A${'a'.repeat(
      64,
    )}?repository_url=ghcr.io%2Facme%2Fshop`,
    at = '2026-11-20T12:00:00Z',
  } = {},
) {
  return {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': `https://acme.example/vex/${status}`,
    author: 'Acme product security',
    timestamp: at,
    version: 1,
    statements: [
      {
        vulnerability: { name: vulnerability, aliases },
        products: [{ '@id': product }],
        status,
        ...(status === 'not_affected'
          ? { justification: 'vulnerable_code_not_in_execute_path' }
          : {}),
        ...(status === 'affected' ? { action_statement: 'Update' } : {}),
      },
    ],
  };
}

describe.each(databases.eachSupportedId())('VEX on %p', id => {
  it('has the same effect before the scan as after it', async () => {
    for (const vexFirst of [true, false]) {
      const { send, read, states, findingOf } = await startWithPeople({
        knex: await initDatabase(id),
      });
      const scan = trivyScan([openssl, zlib]);
      const documents: object[] = [vex('not_affected'), scan];
      for (const body of vexFirst ? documents : documents.reverse()) {
        const sent = await send(body);
        expect([sent.status, sent.body.error]).toEqual([200, undefined]);
      }
      expect(await states('shop')).toEqual({
        [openssl.id]: 'suppressed',
        [zlib.id]: 'open',
      });
      expect(await findingOf('shop', openssl.id)).toMatchObject({
        suppressedBy: 'vex',
      });
      expect(
        (await read('shop', 'posture')).body.stages.build.findings,
      ).toMatchObject({ open: { critical: 0, low: 1 }, suppressed: 1 });
      await send(vex('affected', { at: '2026-11-21T12:00:00Z' }));
      expect((await states('shop'))[openssl.id]).toBe('open');
      await send(vex('not_affected', { at: '2026-11-19T12:00:00Z' }));
      expect((await states('shop'))[openssl.id]).toBe('open');
    }
  });

  it('ends with the digest that it is about', async () => {
    const { send, states } = await startWithPeople({
      knex: await initDatabase(id),
    });
    await send(trivyScan([openssl], { at: '2026-11-20T10:00:00Z' }));
    await send(vex('not_affected'));
    expect(await states('shop')).toEqual({ [openssl.id]: 'suppressed' });
    await send(
      trivyScan([openssl], { at: '2026-11-21T10:00:00Z', letter: 'b' }),
    );
    expect(await states('shop')).toEqual({ [openssl.id]: 'open' });
  });

  it('finds vulnerabilities by every name and products by line and package', async () => {
    const { send, states } = await startWithPeople({
      knex: await initDatabase(id),
    });
    await send(trivyScan([openssl, zlib, curl]));
    await send(
      vex('not_affected', {
        vulnerability: 'GHSA-aaaa-bbbb-cccc',
        aliases: ['cve-2026-0001'],
        product: image,
      }),
    );
    await send(
      vex('fixed', { vulnerability: zlib.id, product: 'pkg:deb/debian/zlib' }),
    );
    await send(
      vex('not_affected', { vulnerability: curl.id, product: 'pkg:npm/curl' }),
    );
    expect(await states('shop')).toEqual({
      [openssl.id]: 'suppressed',
      [zlib.id]: 'suppressed',
      [curl.id]: 'open',
    });
  });

  it('tells of triage and exceptions what our own reader reads back', async () => {
    const plugin = await startWithPeople({
      knex: await initDatabase(id),
      config: { organization: { name: 'Acme' } },
    });
    const { send, ann, except, findingOf, states } = plugin;
    const fixed = { id: 'CVE-2026-0006', pkg: 'sed' };
    const untold = { id: 'CVE-2026-0007', pkg: 'awk' };
    const all = [openssl, zlib, curl, bash, tar];
    await send(
      trivyScan([...all, fixed, untold], { at: '2026-11-20T10:00:00Z' }),
    );
    await send(trivyScan([...all, untold], { at: '2026-11-21T10:00:00Z' }));
    const triage = async (problem: string, body: object) => {
      const { id: findingId } = await findingOf('shop', problem);
      return ann.post(`findings/${findingId}/triage`, body);
    };
    const told = await triage(openssl.id, {
      status: 'not-affected',
      justification: 'component_not_present',
      comment: 'Only the headers are there',
    });
    expect(told.body).toMatchObject({
      status: 'not-affected',
      by: 'user:default/ann',
      state: 'suppressed',
    });
    await triage(zlib.id, {
      status: 'under-investigation',
      comment: 'Looking',
    });
    await triage(curl.id, { status: 'affected', comment: 'Turn off FTP' });
    const accepted = await except({
      target: { problem: bash.id },
      scope: { kind: 'component', ref: 'shop' },
      until: { kind: 'date', at: '2027-01-31T00:00:00Z' },
    });
    await except({
      kind: 'false-positive',
      target: { problem: tar.id },
      scope: { kind: 'image', ref: image },
      reason: 'Another tar',
    });
    expect(await states('shop')).toEqual({
      [openssl.id]: 'suppressed',
      [zlib.id]: 'open',
      [curl.id]: 'open',
      [bash.id]: 'suppressed',
      [tar.id]: 'suppressed',
      [fixed.id]: 'fixed',
      [untold.id]: 'open',
    });

    const { body } = await ann.get('export/vex.json', {
      entityRef: 'component:default/shop',
    });
    expect(body).toMatchObject({
      '@context': 'https://openvex.dev/ns/v0.2.0',
      author: 'Acme',
      version: 1,
    });
    const digest = 'a'.repeat(64);
    expect(body.statements[0]).toEqual({
      vulnerability: { name: openssl.id },
      products: [
        {
          '@id': `pkg:oci/shop@sha256:${digest}?repository_url=ghcr.io%2Facme%2Fshop`,
          identifiers: {
            purl: `pkg:oci/shop@sha256:${digest}?repository_url=ghcr.io%2Facme%2Fshop`,
          },
          subcomponents: [{ '@id': 'pkg:deb/debian/openssl' }],
        },
      ],
      status: 'not_affected',
      justification: 'component_not_present',
      impact_statement: 'Only the headers are there',
      timestamp: told.body.at,
    });
    const [report] = openvexSource.parse([{ value: body, path: '$' }], {
      receivedAt: new Date(),
    });
    expect(report).toMatchObject({
      skippedTotal: 0,
      subject: { kind: 'image', name: image, digest: `sha256:${digest}` },
    });
    expect(
      report.vexStatements.map(({ vulnerability, status, statement }) => [
        vulnerability,
        status,
        statement,
      ]),
    ).toEqual([
      [openssl.id, 'not-affected', 'Only the headers are there'],
      [zlib.id, 'under-investigation', 'Looking'],
      [curl.id, 'affected', 'Turn off FTP'],
      [
        bash.id,
        'affected',
        `Risk accepted until 2027-01-31: ${accepted.reason}`,
      ],
      [tar.id, 'not-affected', 'False positive: Another tar'],
      [fixed.id, 'fixed', undefined],
    ]);

    // Another portal that scans the same image comes to the same.
    const other = await startWithPeople({ knex: await initDatabase(id) });
    await other.send(trivyScan([...all, untold]));
    await other.send(body);
    expect(await other.states('shop')).toEqual({
      [openssl.id]: 'suppressed',
      [zlib.id]: 'open',
      [curl.id]: 'open',
      [bash.id]: 'open',
      [tar.id]: 'suppressed',
      [untold.id]: 'open',
    });
  });

  it('takes triage back, and refuses one without a reason', async () => {
    const knex = await initDatabase(id);
    const { send, ann, findingOf, states } = await startWithPeople({ knex });
    await send(trivyScan([openssl]));
    const { id: findingId } = await findingOf('shop', openssl.id);
    const path = `findings/${findingId}/triage`;
    const comment = 'It is not';
    for (const [body, field] of [
      [{ status: 'not-affected', comment }, 'justification'],
      [{ status: 'false-positive' }, 'comment'],
      [{ status: 'harmless', comment }, 'status'],
      [
        {
          status: 'affected',
          justification: 'component_not_present',
          comment,
        },
        'justification',
      ],
    ] as const) {
      const refused = await ann.post(path, body);
      expect([refused.status, refused.body.error.message]).toEqual([
        400,
        expect.stringContaining(field),
      ]);
    }
    await ann.post(path, { status: 'false-positive', comment });
    expect(await states('shop')).toEqual({ [openssl.id]: 'suppressed' });
    const { body } = await ann.post(path, { status: 'none', comment: 'It is' });
    expect(body.state).toBe('open');
    const exported = await ann.get('export/vex.json', { entityRef: 'shop' });
    expect(exported.body.statements).toEqual([]);
    const entityRef = 'component:default/shop';
    for (const whose of [{ findingId }, { entityRef }]) {
      expect(await findTrail(knex, whose)).toMatchObject([
        {
          actor: 'user:default/ann',
          action: 'triage',
          findingId,
          entityRef,
          comment,
          data: { status: 'false-positive' },
        },
        { comment: 'It is', data: { status: 'none' } },
      ]);
    }
    const nobody = await ann.get('export/vex.json', { entityRef: 'nobody' });
    expect(nobody.status).toBe(404);
  });
});
