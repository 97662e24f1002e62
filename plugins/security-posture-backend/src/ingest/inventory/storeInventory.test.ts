import type {
  SourceAttestation,
  SourcePackage,
  SourcePass,
  SourceReport,
  SourceVexStatement,
  SourceWorkload,
} from 'backstage-plugin-security-posture-node';
import type { Knex } from 'knex';
import { storedSubject } from '../../model/subject';
import { applyMigrations } from '../../store/migrations';
import { isoTime, isTrue } from '../../store/rows';
import { databases, initDatabase } from '../../tests/__testUtils__/scenario';
import {
  cluster,
  day,
  image,
  statementsOf,
  store,
  told,
  workload,
} from './__testUtils__/told';

jest.setTimeout(120_000);

const npm = (name: string, version: string): SourcePackage => ({
  name,
  version,
  purl: `pkg:npm/${name}@${version}`,
  licences: ['MIT'],
});

const configured = (
  parts: Partial<SourceWorkload> & { spec: SourceWorkload['spec'] },
): Partial<SourceReport> => ({
  subject: workload(),
  workloads: [
    { subject: workload(), annotations: {}, containers: [], ...parts },
  ],
});

const inOrder = (
  ids: string[],
  complete: boolean,
  parts: Partial<SourcePass> = {},
): Partial<SourceReport> => ({
  subject: workload(),
  scopes: [{ kind: 'misconfiguration', subject: workload(), complete }],
  passes: ids.map(id => ({ id, ...parts })),
});

describe.each(databases.eachSupportedId())('storeInventory, %p', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await initDatabase(databaseId);
    await applyMigrations(knex);
  });

  afterEach(async () => {
    await knex('subjects').delete();
    await knex('scopes').delete();
    await knex('vex_statements').delete();
  });

  describe('packages', () => {
    const packages = async () =>
      (
        await knex('packages as p')
          .join('inventories as i', 'i.id', 'p.inventory_id')
          .orderBy(['i.source', 'i.digest', 'p.position'])
          .select('i.source', 'i.digest', 'p.package_key', 'p.version')
      ).map(row => Object.values(row).join(' '));

    it('are replaced by a newer list of the same source and artifact', async () => {
      const list = (source: string, at: string, ...found: SourcePackage[]) =>
        told(source, at, { subject: image('sha256:a'), packages: found });
      await store(
        knex,
        list('trivy', day(2), npm('Lodash', '4.17.20'), npm('left-pad', '1')),
        list('cyclonedx', day(2), npm('lodash', '4.17.20')),
      );
      await store(knex, list('trivy', day(3), npm('lodash', '4.17.21')));
      await store(knex, list('trivy', day(1), npm('jquery', '1.0.0')));
      await store(
        knex,
        told('trivy', day(4), {
          subject: image('sha256:b'),
          packages: [npm('express', '5.0.0')],
        }),
        told('trivy', day(4), { subject: image('sha256:a') }),
      );
      expect(await packages()).toEqual([
        'cyclonedx sha256:a npm/lodash 4.17.20',
        'trivy sha256:a npm/lodash 4.17.21',
        'trivy sha256:b npm/express 5.0.0',
      ]);
    });

    it('are not written again while they stay the same', async () => {
      const list = (at: string, ...found: SourcePackage[]) =>
        told('trivy', at, { packages: found });
      const [a, b] = [npm('a', '1'), npm('b', '2')];
      await store(knex, list(day(2), a, b));
      await knex('packages').update({ path: 'untouched' });
      // The image runs twice, and is scanned twice, in another order.
      await store(knex, list(day(3), b, a, b));
      const rows = await knex('packages').select('path');
      expect(rows).toEqual([{ path: 'untouched' }, { path: 'untouched' }]);
      const [{ total, listed_at }] = await knex('inventories');
      expect([total, isoTime(listed_at)]).toEqual([2, day(3)]);
    });

    it('may be 100,000, each of any length, in as many statements as one', async () => {
      const one = await statementsOf(knex, () =>
        store(knex, told('trivy', day(2), { packages: [npm('a', '1')] })),
      );
      const many = Array.from({ length: 100_000 }, (_, n) => npm(`p${n}`, '1'));
      many[7] = {
        name: `${'n'.repeat(100_000)}\u0000`,
        version: 'v'.repeat(100_000),
        path: 'p'.repeat(100_000),
        licences: Array.from({ length: 10_000 }, () => 'MIT'),
      };
      const statements = await statementsOf(knex, () =>
        store(knex, told('grype', day(2), { packages: many })),
      );
      // Rows travel 20,000 at a time.
      expect(statements).toBe(one + 4);
      const [{ total }] = await knex('packages').count({ total: '*' });
      expect(Number(total)).toBe(100_001);
    });

    it('belong to the branch that the ingest says', async () => {
      const report = told('trivy', day(2), { packages: [npm('a', '1')] });
      await store(knex, { ...report, digestOf: () => 'branch:feature' });
      expect(await packages()).toEqual(['trivy branch:feature npm/a 1']);
    });
  });

  describe('a list of packages at one glance', () => {
    const found = (type: string | undefined, name: string): SourcePackage => ({
      name,
      type,
      licences: [],
    });
    const glance = async () => {
      const [row] = await knex('inventories');
      const { total, notable, of_system, of_languages } = row;
      return { total, notable, of_system, of_languages };
    };

    it('tells system and language apart, and what helps an attacker', async () => {
      const packages = [
        found('deb', 'bash'),
        found('deb', 'bash'),
        found('deb', 'CURL'),
        found('deb', 'zlib1g'),
        found(undefined, 'busybox'),
        found('generic', 'go'),
        // Libraries that have the name of a tool.
        found('npm', 'make'),
        { ...npm('wget', '1') },
      ];
      await store(knex, told('trivy', day(2), { packages }));
      expect(await glance()).toEqual({
        total: 7,
        notable: '["bash","busybox","curl","go"]',
        of_system: 3,
        of_languages: 2,
      });
    });

    it('is made good for lists that were stored without it', async () => {
      const packages = [found('apk', 'zlib')];
      await store(knex, told('trivy', day(2), { packages }));
      await knex('inventories').update({
        notable: null,
        of_system: null,
        of_languages: null,
      });
      await store(knex, told('trivy', day(3), { packages }));
      expect(await glance()).toEqual({
        total: 1,
        notable: '[]',
        of_system: 1,
        of_languages: 0,
      });
    });
  });

  describe('images', () => {
    const settings = async () =>
      (
        await knex('image_settings')
          .orderBy(['digest', 'source'])
          .select('digest', 'source', 'settings')
      ).map(row => [row.digest, row.source, JSON.parse(row.settings)]);

    const built = (source: string, at: string, user: string, digest?: string) =>
      told(source, at, { images: [{ subject: image(digest), user }] });

    it('are kept as the newest report of each source tells of each digest', async () => {
      await store(
        knex,
        built('trivy', day(3), 'b', 'sha256:a'),
        built('trivy', day(2), 'a', 'sha256:a'),
        built('grype', day(2), 'g', 'sha256:a'),
        built('trivy', day(2), 'other', 'sha256:b'),
        built('trivy', day(2), 'unknown'),
      );
      await store(knex, built('trivy', day(1), 'late', 'sha256:a'));
      await store(knex, built('grype', day(4), 'h', 'sha256:a'));
      expect(await settings()).toEqual([
        ['', 'trivy', { user: 'unknown' }],
        ['sha256:a', 'grype', { user: 'h' }],
        ['sha256:a', 'trivy', { user: 'b' }],
        ['sha256:b', 'trivy', { user: 'other' }],
      ]);
    });

    it('belong to the branch that the ingest says, and go with their subject', async () => {
      const report = built('trivy', day(2), 'a');
      await store(knex, { ...report, digestOf: () => 'branch:feature' });
      expect(await settings()).toEqual([
        ['branch:feature', 'trivy', { user: 'a' }],
      ]);
      await knex('subjects').delete();
      expect(await settings()).toEqual([]);
    });

    it('do not store what is endless', async () => {
      const environment = Array.from({ length: 5000 }, (_, n) => `V${n}`);
      const user = `${'u'.repeat(100_000)}\u0000`;
      await store(
        knex,
        told('trivy', day(2), {
          images: [{ subject: image(), user, environment }],
        }),
      );
      const [[, , kept]] = await settings();
      expect(kept.user).toHaveLength(4000);
      expect(kept.environment).toHaveLength(1000);
    });
  });

  describe('workloads', () => {
    const specs = async () =>
      (await knex('workloads').select('source', 'spec')).map(
        ({ source, spec }) => [source, JSON.parse(spec)],
      );

    it('are kept as the newest configuration has them', async () => {
      const spec = (replicas: number) => ({ kind: 'Deployment', replicas });
      await store(
        knex,
        told('kubernetes', day(3), configured({ spec: spec(3) })),
      );
      // An event inside a report of today may be of long ago.
      await store(
        knex,
        told('k8s-audit', day(9), configured({ spec: spec(2), at: day(2) })),
      );
      expect(await specs()).toEqual([['kubernetes', spec(3)]]);
      await store(
        knex,
        told('k8s-audit', day(9), configured({ spec: spec(5), at: day(5) })),
        told('k8s-audit', day(9), configured({ spec: spec(4), at: day(4) })),
      );
      expect(await specs()).toEqual([['k8s-audit', spec(5)]]);
    });

    it('are not replaced by what their pods tell of them', async () => {
      const own = { kind: 'Deployment', replicas: 3 };
      const ofPod = configured({ spec: { kind: 'Pod' } });
      await store(knex, told('kubernetes', day(1), ofPod));
      expect(await specs()).toEqual([['kubernetes', { kind: 'Pod' }]]);
      // In one report, in any order, and later.
      await store(
        knex,
        told('kubernetes', day(2), configured({ spec: own })),
        told('kubernetes', day(2), ofPod),
      );
      await store(knex, told('k8s-audit', day(3), ofPod));
      expect(await specs()).toEqual([['kubernetes', own]]);
    });

    it('are not replaced by reports that name them and no settings', async () => {
      const spec = { kind: 'Deployment', replicas: 3 };
      await store(knex, told('kubernetes', day(2), configured({ spec })));
      const stored = await store(
        knex,
        told('trivy-operator', day(3), {
          subject: image(),
          workloads: [
            { subject: workload(), annotations: {}, containers: [], spec: {} },
            {
              subject: workload('cart'),
              annotations: {},
              containers: [],
              spec: {},
            },
          ],
        }),
      );
      expect(await specs()).toEqual([['kubernetes', spec]]);
      expect(stored.workloadIds.sort()).toEqual(
        [workload(), workload('cart')].map(s => storedSubject(s).id).sort(),
      );
    });

    it('do not store what is endless', async () => {
      await store(
        knex,
        told(
          'kubernetes',
          day(2),
          configured({
            annotations: { note: 'x'.repeat(1_000_000), 'a\u0000b': '\ud800' },
            containers: Array.from({ length: 5000 }, () => ({ name: 'app' })),
            spec: { kind: 'Deployment', note: 'y'.repeat(1_000_000) },
          }),
        ),
      );
      const [row] = await knex('workloads');
      const { note } = JSON.parse(row.annotations);
      expect(note).toHaveLength(4000);
      expect(JSON.parse(row.containers)).toHaveLength(1000);
      expect(JSON.parse(row.spec).note).toHaveLength(4000);
    });
  });

  describe('controls in order', () => {
    const passes = async () =>
      (await knex('passes').orderBy('reported_id')).map(
        row => `${row.source} ${row.control} ${row.reported_id}`,
      );

    it('have the id of the control, whatever the tool calls it', async () => {
      await store(
        knex,
        told('trivy-operator', day(2), {
          ...inOrder(['KSV-0017', 'own-check'], true),
          tool: { name: 'Trivy' },
        }),
        told('policyreport', day(2), {
          tool: { name: 'Kyverno' },
          subject: workload(),
          scopes: [
            {
              kind: 'decision',
              subject: workload(),
              part: 'kyverno',
              complete: true,
            },
          ],
          decisions: [
            {
              subject: workload(),
              engine: 'kyverno',
              policy: 'disallow-privileged-containers',
              rule: 'privileged-containers',
              action: 'allow',
              outcome: 'pass',
              severity: 'high',
            },
          ],
        }),
      );
      expect((await passes()).sort()).toEqual([
        'policyreport privileged kyverno/disallow-privileged-containers/privileged-containers',
        'trivy-operator own-check own-check',
        'trivy-operator privileged KSV-0017',
      ]);
    });

    it('are gone once a complete report does not repeat them', async () => {
      await store(knex, told('trivy', day(2), inOrder(['a', 'b'], true)));
      await store(knex, told('other', day(2), inOrder(['a'], true)));
      await store(knex, told('trivy', day(3), inOrder(['c'], false)));
      expect(await passes()).toHaveLength(4);
      await store(knex, told('trivy', day(4), inOrder(['b'], true)));
      expect(await passes()).toEqual(['other a a', 'trivy b b']);
      await store(knex, told('trivy', day(5), inOrder([], true)));
      expect(await passes()).toEqual(['other a a']);
    });

    it('do not come back by a late report', async () => {
      const { id } = storedSubject(workload());
      await store(knex, told('trivy', day(4), inOrder(['a'], true)));
      const [{ scope_id }] = await knex('passes');
      await knex('scopes').insert({
        id: scope_id,
        source: 'trivy',
        tool_name: 'trivy',
        kind: 'misconfiguration',
        subject_id: id,
        digest: '',
        live: true,
        closes_by: 'absence',
        last_report_at: day(4),
        last_complete_at: day(4),
        last_report_id: 'r',
      });
      await store(knex, told('trivy', day(3), inOrder(['b'], true)));
      await store(knex, told('trivy', day(3), inOrder(['b'], false)));
      expect(await passes()).toEqual(['trivy a a']);
      // Within one body the newest counts, too.
      await store(
        knex,
        told('trivy', day(6), inOrder(['d'], true)),
        told('trivy', day(5), inOrder(['c'], true)),
      );
      expect(await passes()).toEqual(['trivy d d']);
    });

    it('of one container or engine do not end those of another', async () => {
      const judged = (part: string, ...ids: string[]) => ({
        ...inOrder(ids, true),
        scopes: [
          {
            kind: 'misconfiguration' as const,
            subject: workload(),
            part,
            complete: true,
          },
        ],
      });
      await store(
        knex,
        told('policyreport', day(2), judged('kyverno', 'kyverno/a')),
      );
      await store(
        knex,
        told('policyreport', day(3), judged('kube-bench', 'kube-bench/b')),
      );
      expect(await passes()).toHaveLength(2);
    });
  });

  it('keeps an attestation as verified once a tool verified it', async () => {
    const statement: SourceAttestation = {
      subject: image('sha256:a'),
      predicateType: 'https://slsa.dev/provenance/v1',
      builderId: 'https://example.com/builder',
      verified: false,
    };
    const attested = (at: string, parts: Partial<SourceAttestation>) =>
      told('intoto', at, { attestations: [{ ...statement, ...parts }] });
    await store(knex, attested(day(2), { finishedAt: day(1) }));
    await store(knex, attested(day(3), { verified: true }));
    await store(knex, attested(day(4), {}));
    await store(knex, attested(day(4), { subject: image('sha256:b') }));
    const rows = await knex('attestations').orderBy('digest');
    expect(
      rows.map(row => [
        row.digest,
        isTrue(row.verified),
        row.finished_at && isoTime(row.finished_at),
        isoTime(row.received_at),
      ]),
    ).toEqual([
      ['sha256:a', true, day(1), day(4)],
      ['sha256:b', false, null, day(4)],
    ]);
  });

  it('keeps the newest word of each author under every name of a vulnerability', async () => {
    const says = (
      at: string,
      status: SourceVexStatement['status'],
      author = 'vendor',
    ) =>
      told('openvex', at, {
        vexStatements: [
          {
            vulnerability: 'GHSA-aaaa-bbbb-cccc',
            aliases: ['CVE-2026-0001'],
            products: ['pkg:oci/shop', 'pkg:oci/cart'],
            status,
            author,
          },
        ],
      });
    const stored = await store(knex, says(day(3), 'not-affected'));
    expect(stored.vulnerabilitiesStated.sort()).toEqual([
      'CVE-2026-0001',
      'GHSA-aaaa-bbbb-cccc',
    ]);
    await store(knex, says(day(2), 'affected'));
    await store(knex, says(day(4), 'affected', 'another'));
    const statuses = () =>
      knex('vex_statements')
        .where('product', 'pkg:oci/shop')
        .orderBy(['author', 'vulnerability'])
        .then(rows =>
          rows.map(row => [row.author, row.vulnerability, row.status]),
        );
    expect(await statuses()).toEqual([
      ['another', 'CVE-2026-0001', 'affected'],
      ['another', 'GHSA-aaaa-bbbb-cccc', 'affected'],
      ['vendor', 'CVE-2026-0001', 'not-affected'],
      ['vendor', 'GHSA-aaaa-bbbb-cccc', 'not-affected'],
    ]);
    await store(knex, says(day(5), 'fixed'));
    expect((await statuses())[2]).toEqual(['vendor', 'CVE-2026-0001', 'fixed']);
  });

  it('counts what sensors say of themselves, by source, cluster and message', async () => {
    const events = (at: string, name: string, ...degraded: boolean[]) =>
      told('falco', at, {
        subject: { ...cluster, name },
        sensorEvents: degraded.map(is => ({
          message: 'dropped',
          degraded: is,
          at,
        })),
      });
    await store(
      knex,
      events(day(3), 'prod', true, true),
      events(day(3), 'test', true),
    );
    await store(knex, events(day(4), 'prod', false));
    await store(knex, events(day(2), 'prod', true));
    const rows = await knex('sensor_events').orderBy('count');
    expect(
      rows.map(row => [
        row.count,
        isTrue(row.degraded),
        isoTime(row.last_seen_at),
      ]),
    ).toEqual([
      [1, true, day(3)],
      [4, false, day(4)],
    ]);
  });

  it('takes as many statements for a body of many reports as for one', async () => {
    const body = (count: number) =>
      Array.from({ length: count }, (_, n) => {
        const subject = workload(`w${n}`);
        return told('trivy', day(2), {
          subject,
          scopes: [{ kind: 'misconfiguration', subject, complete: true }],
          passes: [{ id: 'a' }, { id: 'b' }],
          workloads: [
            { subject, annotations: {}, containers: [], spec: { kind: 'Pod' } },
          ],
          packages: [{ ...npm('a', '1'), subject: image(`sha256:${n}`) }],
          images: [{ subject: image(`sha256:${n}`), user: 'a' }],
        });
      });
    await store(knex, ...body(500));
    const again = (count: number) =>
      statementsOf(knex, () => store(knex, ...body(count)));
    expect(await again(500)).toBe(await again(1));
  });
});
