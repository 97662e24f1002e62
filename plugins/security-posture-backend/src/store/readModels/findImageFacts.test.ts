import { digest, trivyScan } from '../../tests/__testUtils__/reports';
import { databases, initDatabase } from '../../tests/__testUtils__/scenario';
import { deployment, grypeScan } from '../../tests/__testUtils__/toolReports';
import { deriveFindings } from '../operations/deriveFindings';
import {
  baseLine,
  cart,
  createFactsWorld,
  shop,
} from './facts/__testUtils__/factsWorld';
import { findImageFacts, type ArtifactQuery } from './findImageFacts';

jest.setTimeout(120_000);

const name = 'ghcr.io/acme/shop';
const openssl = {
  id: 'CVE-2026-0001',
  pkg: 'openssl',
  severity: 'CRITICAL',
  fixed: '1.1',
};
const zlib = { id: 'CVE-2026-0002', pkg: 'zlib', severity: 'LOW' };
const glibc = { id: 'CVE-2026-0003', pkg: 'glibc', severity: 'HIGH' };

describe.each(databases.eachSupportedId())('findImageFacts, %p', id => {
  const start = async () => {
    const world = await createFactsWorld(await initDatabase(id));
    const look = async (query: Partial<ArtifactQuery>) => {
      const [found] = await findImageFacts(world.knex, [{ name, ...query }]);
      return found;
    };
    const problems = async (query: Partial<ArtifactQuery>) =>
      (await look(query)).findings.map(({ problem }) => problem);
    return { ...world, look, problems };
  };

  it('answers what is seen on exactly the digest that is asked for', async () => {
    const { send, at, look, problems } = await start();
    await send(trivyScan([openssl, zlib], { letter: 'a' }));
    at('2026-11-21T12:00:00.000Z');
    await send(
      trivyScan([glibc], {
        letter: 'b',
        tag: '1.5',
        at: '2026-11-21T10:00:00Z',
      }),
    );
    expect(await problems({ digest: digest('b') })).toEqual(['CVE-2026-0003']);
    // Fixed for the component, but nobody took it out of this digest.
    const { artifact, findings, isKnown, entityRefs } = await look({
      digest: digest('a'),
    });
    expect(isKnown).toBe(true);
    expect(entityRefs).toEqual([shop]);
    expect(artifact).toMatchObject({
      kind: 'image',
      name,
      digest: digest('a'),
      tag: '1.4',
      built: false,
      running: false,
    });
    expect(artifact.scans).toContainEqual(
      expect.objectContaining({
        source: 'trivy',
        kind: 'vulnerability',
        at: '2026-11-20T10:00:00.000Z',
        complete: true,
      }),
    );
    expect(findings).toEqual([
      expect.objectContaining({
        problem: 'CVE-2026-0001',
        severity: 'critical',
        fixable: true,
        fixedVersions: ['1.1'],
        digests: [digest('a')],
        package: { name: 'openssl', version: '1.0', type: 'deb' },
        tools: ['Trivy'],
        built: false,
      }),
      expect.objectContaining({ problem: 'CVE-2026-0002', severity: 'low' }),
    ]);
  });

  it('answers about a build of a branch that never counted', async () => {
    const { send, look, factsOf } = await start();
    await send(trivyScan([openssl], { letter: 'a' }), { branch: 'main' });
    await send(trivyScan([zlib], { letter: 'b' }), { branch: 'feature' });
    const { findings } = await look({ digest: digest('b') });
    expect(findings.map(each => [each.problem, each.severity])).toEqual([
      ['CVE-2026-0002', 'low'],
    ]);
    const { findings: ofComponent } = await factsOf(shop);
    expect(ofComponent.map(({ problem }) => problem)).toEqual([openssl.id]);
  });

  it('leaves out what was withdrawn and what was said not to count', async () => {
    const { send, at, knex, problems } = await start();
    const asked = { digest: digest('a') };
    await send(grypeScan([openssl, zlib], { letter: 'a', ignored: [glibc] }));
    expect(await problems(asked)).toEqual(['CVE-2026-0001', 'CVE-2026-0002']);
    const said = (columns: object) =>
      knex('findings').where({ problem: zlib.id }).update(columns);
    for (const columns of [
      { triage: 'not-affected' },
      { triage: 'false-positive' },
      { vex: 'not-affected' },
      { exception_id: 'some' },
    ]) {
      await said(columns);
      expect([columns, await problems(asked)]).toEqual([
        columns,
        ['CVE-2026-0001'],
      ]);
      await said({ triage: null, vex: null, exception_id: null });
    }
    await said({ triage: 'under-investigation' });
    await deriveFindings(
      knex,
      await knex('findings').pluck('id'),
      '2026-11-20T12:00:00.000Z',
    );
    expect(await problems(asked)).toEqual(['CVE-2026-0001', 'CVE-2026-0002']);
    at('2026-11-21T12:00:00.000Z');
    await send(grypeScan([zlib], { letter: 'a', at: '2026-11-21T10:00:00Z' }));
    expect(await problems(asked)).toEqual(['CVE-2026-0002']);
  });

  it('counts what one tool suppressed and another did not', async () => {
    const { send, look } = await start();
    await send(grypeScan([], { letter: 'a', ignored: [openssl] }));
    await send(trivyScan([{ ...openssl, severity: 'HIGH' }], { letter: 'a' }));
    const { findings } = await look({ digest: digest('a') });
    expect(
      findings.map(each => [each.problem, each.severity, each.tools]),
    ).toEqual([['CVE-2026-0001', 'high', ['Trivy']]]);
  });

  it('takes the newest of a tag, and the newest build without one', async () => {
    const { send, at, look } = await start();
    const latest = { tag: 'latest' };
    await send(trivyScan([openssl], { letter: 'a', ...latest }));
    at('2026-11-21T12:00:00.000Z');
    await send(
      trivyScan([zlib], {
        letter: 'b',
        ...latest,
        at: '2026-11-21T10:00:00Z',
      }),
    );
    at('2026-11-22T12:00:00.000Z');
    await send(
      trivyScan([glibc], {
        letter: 'c',
        tag: '2.0',
        at: '2026-11-22T10:00:00Z',
      }),
    );
    const told = async (query: Partial<ArtifactQuery>) => {
      const { artifact, isKnown } = await look(query);
      return [artifact.digest, isKnown];
    };
    expect(await told(latest)).toEqual([digest('b'), true]);
    expect(await told({})).toEqual([digest('c'), true]);
    expect(await told({ tag: '0.9' })).toEqual([undefined, false]);
  });

  it('knows nothing of a digest that nobody reported, however clean its tag is', async () => {
    const { send, look } = await start();
    await send(trivyScan([], { letter: 'a' }));
    const asked = { digest: digest('f'), tag: '1.4' };
    expect(await look(asked)).toEqual({
      artifact: {
        subjectId: expect.any(String),
        kind: 'image',
        name,
        ...asked,
        branch: undefined,
        built: false,
        running: false,
        scans: [],
        attestations: [],
      },
      findings: [],
      isKnown: false,
      entityRefs: [shop],
    });
  });

  it('takes a scan by tag alone for the digest of that tag', async () => {
    const { send, problems } = await start();
    const scan = trivyScan([openssl], { letter: 'a' });
    await send({
      ...scan,
      Metadata: { ...scan.Metadata, RepoDigests: [] },
    });
    expect(await problems({ digest: digest('f'), tag: '1.4' })).toEqual([
      'CVE-2026-0001',
    ]);
    expect(await problems({ digest: digest('f'), tag: '1.5' })).toEqual([]);
  });

  it('knows an image that runs and was never scanned', async () => {
    const { send, look } = await start();
    await send(deployment({ letter: 'a' }), { cluster: 'prod' });
    const { artifact, isKnown } = await look({ digest: digest('a') });
    expect([isKnown, artifact.running, artifact.scans]).toEqual([
      true,
      true,
      [],
    ]);
  });

  it('answers in the order asked, also twice the same', async () => {
    const { send, knex } = await start();
    await send(trivyScan([openssl], { image: baseLine, letter: 'b' }));
    await send(trivyScan([zlib], { letter: 'a' }));
    const found = await findImageFacts(knex, [
      { name: 'ghcr.io/acme/unheard-of', digest: digest('a') },
      { name, digest: digest('a') },
      { name: baseLine, digest: digest('b') },
      { name, tag: '1.4' },
    ]);
    expect(
      found.map(each => [
        each.artifact.name,
        each.isKnown,
        each.findings.map(({ problem }) => problem),
        each.entityRefs,
      ]),
    ).toEqual([
      ['ghcr.io/acme/unheard-of', false, [], []],
      [name, true, ['CVE-2026-0002'], [shop]],
      [baseLine, true, ['CVE-2026-0001'], [cart, shop]],
      [name, true, ['CVE-2026-0002'], [shop]],
    ]);
    expect(await findImageFacts(knex, [])).toEqual([]);
  });

  it('answers about branches of repositories', async () => {
    const { send, look } = await start();
    const repository = 'github.com/acme/shop';
    const sarif = (rule: string) => ({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Semgrep', rules: [{ id: rule }] } },
          versionControlProvenance: [
            { repositoryUri: `https://${repository}` },
          ],
          results: [
            {
              ruleId: rule,
              message: { text: rule },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'src/a.js' },
                    region: { startLine: 1 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
    await send(sarif('on-main'), { branch: 'main' });
    await send(sarif('on-feature'), { branch: 'feature' });
    const told = async (branch?: string) => {
      const { findings, artifact, isKnown } = await look({
        kind: 'repository',
        name: repository,
        digest: branch,
      });
      return [isKnown, artifact.branch, findings.map(each => each.problem)];
    };
    expect(await told('main')).toEqual([true, 'main', ['on-main']]);
    expect(await told('feature')).toEqual([true, 'feature', ['on-feature']]);
    expect(await told()).toEqual([true, 'main', ['on-main']]);
    expect(await told('other')).toEqual([false, 'other', []]);
  });
});
