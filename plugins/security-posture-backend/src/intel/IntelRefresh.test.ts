import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defaultDeadlineRules } from '../model/deadline';
import { findIntel } from '../store/readModels/findIntel';
import { findIntelFeeds } from '../store/readModels/findIntelFeeds';
import {
  databases,
  migratedDatabase,
  deadlines,
  seedFindings,
  seedObjects,
  seedRunning,
  seedSubjects,
} from './__testUtils__/seed';
import { IntelRefresh } from './IntelRefresh';

jest.setTimeout(120_000);

const LOG4J = 'CVE-2021-44228';
const SPRING = 'CVE-2022-22965';
const OTHER = 'CVE-2024-0001';

const folder = mkdtempSync(join(tmpdir(), 'intel-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hour = (n: number) => new Date(Date.UTC(2026, 10, 20, n));

const kevOf = (...cves: string[]) =>
  JSON.stringify({
    catalogVersion: `with ${cves.length}`,
    dateReleased: '2026-11-19T17:00:00Z',
    count: cves.length,
    vulnerabilities: cves.map(cveID => ({
      cveID,
      dateAdded: '2021-12-10',
      dueDate: '2021-12-24',
      knownRansomwareCampaignUse: cveID === LOG4J ? 'Known' : 'Unknown',
    })),
  });

const epssOf = (day: string, scores: [cve: string, epss: number][]) =>
  [
    `#model_version:v1,score_date:${day}T12:00:00Z`,
    'cve,epss,percentile',
    ...scores.map(([cve, epss]) => `${cve},${epss},0.5`),
  ].join('\n');

describe.each(databases.eachSupportedId())('IntelRefresh, %p', databaseId => {
  let knex: Knex;
  const addresses = new Map<string, string>();
  const urlReader = mockServices.urlReader.mock({
    readUrl: async url => {
      const content = addresses.get(url);
      if (content === undefined) throw new Error(`${url} answers 503`);
      return { buffer: async () => Buffer.from(content) };
    },
  });

  const refreshOf = (feeds: { kev?: string[]; epss?: string[] }) =>
    IntelRefresh.create({
      knex,
      urlReader,
      logger: mockServices.logger.mock(),
      feeds: { kev: feeds.kev ?? [], epss: feeds.epss ?? [] },
      rules: defaultDeadlineRules,
    });

  const file = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  const known = async (...cves: string[]) => {
    const intel = await findIntel(knex, cves);
    return cves.map(cve => intel.get(cve)?.knownExploited);
  };

  beforeAll(async () => {
    knex = await migratedDatabase(databaseId);
  });

  beforeEach(async () => {
    addresses.clear();
    for (const table of [
      'findings',
      'workloads',
      'workload_images',
      'subjects',
      'vulnerability_intel',
      'known_exploits',
      'intel_feeds',
    ]) {
      await knex(table).delete();
    }
  });

  it('joins catalogues and scores, of addresses and files, by CVE', async () => {
    addresses.set('https://feeds.example/kev.json', kevOf(LOG4J));
    const scores = file(
      'scores.csv.gz',
      gzipSync(
        epssOf('2026-11-19', [
          [LOG4J, 0.94],
          [OTHER, 0.01],
        ]),
      ),
    );
    const refresh = refreshOf({
      kev: ['https://feeds.example/kev.json'],
      epss: [scores],
    });
    expect(await refresh.run(hour(1))).toEqual({
      failedFeeds: 0,
      exploitsChanged: 1,
      deadlinesChanged: 0,
    });
    const intel = await findIntel(knex, [LOG4J, OTHER, SPRING]);
    expect(intel.get(LOG4J)).toEqual({
      knownExploited: true,
      ransomware: true,
      kevAddedAt: '2021-12-10T00:00:00.000Z',
      kevDueAt: '2021-12-24T00:00:00.000Z',
      epss: 0.94,
      epssPercentile: 0.5,
      epssAt: '2026-11-19T12:00:00.000Z',
    });
    expect(intel.get(OTHER)).toMatchObject({
      knownExploited: undefined,
      epss: 0.01,
    });
    expect(intel.has(SPRING)).toBe(false);
    expect(await findIntelFeeds(knex)).toEqual([
      {
        location: scores,
        kind: 'epss',
        state: 'ok',
        version: 'v1',
        dataAt: '2026-11-19T12:00:00.000Z',
        total: 2,
        skipped: 0,
        readAt: hour(1).toISOString(),
        triedAt: hour(1).toISOString(),
      },
      {
        location: 'https://feeds.example/kev.json',
        kind: 'kev',
        state: 'ok',
        version: 'with 1',
        dataAt: '2026-11-19T17:00:00.000Z',
        total: 1,
        skipped: 0,
        readAt: hour(1).toISOString(),
        triedAt: hour(1).toISOString(),
      },
    ]);
  });

  it('keeps what is known when a feed fails, shows it, and reads the others', async () => {
    const away = 'https://feeds.example/kev.json';
    const scores = file('scores.csv', epssOf('2026-11-19', [[LOG4J, 0.9]]));
    addresses.set(away, kevOf(LOG4J));
    const refresh = refreshOf({ kev: [away], epss: [scores] });
    await refresh.run(hour(1));
    addresses.delete(away);
    file('scores.csv', epssOf('2026-11-20', [[LOG4J, 0.95]]));
    expect(await refresh.run(hour(2))).toMatchObject({ failedFeeds: 1 });
    const intel = await findIntel(knex, [LOG4J]);
    expect(intel.get(LOG4J)).toMatchObject({
      knownExploited: true,
      epss: 0.95,
    });
    const failed = (await findIntelFeeds(knex)).find(
      ({ location }) => location === away,
    );
    expect(failed).toMatchObject({
      state: 'failed',
      error: `${away} answers 503`,
      total: 1,
      version: 'with 1',
      readAt: hour(1).toISOString(),
      triedAt: hour(2).toISOString(),
    });
    addresses.set(away, '{"vulnerabilities": []}');
    await refresh.run(hour(3));
    expect(await known(LOG4J)).toEqual([true]);
    addresses.set(away, kevOf(LOG4J));
    await refresh.run(hour(4));
    expect(
      (await findIntelFeeds(knex)).map(({ state, error }) => [state, error]),
    ).toEqual([
      ['ok', undefined],
      ['ok', undefined],
    ]);
  });

  it('forgets what a catalogue withdraws, but not what another one says', async () => {
    const one = file('one.json', kevOf(LOG4J, SPRING, OTHER));
    const two = file('two.json', kevOf(SPRING));
    const refresh = refreshOf({ kev: [one, two] });
    await refresh.run(hour(1));
    expect(await known(LOG4J, SPRING, OTHER)).toEqual([true, true, true]);
    // Incomplete: an entry is missing that may be any of them.
    file('one.json', kevOf(LOG4J).replace('"count":1', '"count":2'));
    expect(await refresh.run(hour(2))).toMatchObject({ exploitsChanged: 0 });
    file('one.json', kevOf(LOG4J));
    expect(await refresh.run(hour(3))).toMatchObject({ exploitsChanged: 1 });
    expect(await known(LOG4J, SPRING, OTHER)).toEqual([true, true, undefined]);
    // A feed that is configured no more goes with what only it said.
    await refreshOf({ kev: [one] }).run(hour(4));
    expect(await known(LOG4J, SPRING)).toEqual([true, undefined]);
    expect((await findIntelFeeds(knex)).map(f => f.location)).toEqual([one]);
  });

  it('sets the deadlines of findings whose CVE becomes or ceases to be exploited', async () => {
    await seedSubjects(knex, [
      { id: 'image', kind: 'image' },
      { id: 'runs', kind: 'workload' },
      { id: 'service', kind: 'workload' },
    ]);
    await seedObjects(knex, [
      { id: 'runs', spec: { kind: 'Deployment' }, runsPods: true },
      { id: 'service', spec: { kind: 'Service' } },
    ]);
    await seedRunning(knex, [['runs', 'image']]);
    const facts = { subject: 'image', automatable: true, totalImpact: true };
    await seedFindings(knex, [
      { ...facts, id: 'log4j', problem: LOG4J },
      { ...facts, id: 'spring', problem: SPRING },
      { ...facts, id: 'gone', problem: SPRING, state: 'fixed' },
      { ...facts, id: 'key', problem: 'aws-key', kind: 'secret' },
    ]);
    const before = {
      gone: undefined,
      key: '2026-12-01 severity:high:30d',
      log4j: '2026-12-01 severity:high:30d',
      spring: '2026-12-01 severity:high:30d',
    };
    await refreshOf({}).run(hour(0));
    expect(await deadlines(knex)).toEqual(before);

    const feed = file('kev.json', kevOf(LOG4J));
    const refresh = refreshOf({ kev: [feed] });
    await refresh.run(hour(1));
    const exploited = '2026-11-04 bod-26-04:kev+automatable+total:3d';
    const ruledOut = '2026-12-31 bod-26-04:automatable+total:60d';
    expect(await deadlines(knex)).toEqual({
      ...before,
      log4j: exploited,
      spring: ruledOut,
    });
    file('kev.json', kevOf(SPRING));
    expect(await refresh.run(hour(2))).toEqual({
      failedFeeds: 0,
      exploitsChanged: 2,
      deadlinesChanged: 2,
    });
    expect(await deadlines(knex)).toEqual({
      ...before,
      log4j: ruledOut,
      spring: exploited,
    });
  });

  it('writes 11,000 scores in a few statements, and those that changed only', async () => {
    const all = Array.from({ length: 11_000 }, (_, at): [string, number] => [
      `CVE-2024-${100_000 + at}`,
      0.25,
    ]);
    const feed = file('many.csv', epssOf('2026-11-19', all));
    const refresh = refreshOf({ epss: [feed] });
    await refresh.run(hour(1));
    expect(await rowsWritten(() => refresh.run(hour(2)))).toBe(0);
    file(
      'many.csv',
      epssOf('2026-11-19', [['CVE-2024-100007', 0.5], ...all.slice(10)]),
    );
    expect(await rowsWritten(() => refresh.run(hour(3)))).toBe(1);
    file('many.csv', epssOf('2026-11-18', all));
    expect(await rowsWritten(() => refresh.run(hour(4)))).toBe(0);
    const writes: string[] = [];
    const listen = ({ sql }: { sql: string }) => {
      if (sql.includes('"vulnerability_intel"')) writes.push(sql);
    };
    knex.on('query', listen);
    file('many.csv', epssOf('2026-11-20', all));
    expect(await rowsWritten(() => refresh.run(hour(5)))).toBe(11_000);
    knex.removeListener('query', listen);
    expect(writes.filter(sql => sql.startsWith('insert'))).toHaveLength(3);
  });

  /** Rows of vulnerability_intel that an action wrote, changed or not. */
  async function rowsWritten(action: () => Promise<unknown>): Promise<number> {
    const versions = async () => {
      const rows: { cve: string; version: unknown }[] = await knex(
        'vulnerability_intel',
      ).select('cve', knex.raw('xmin::text as version'));
      return new Map(rows.map(({ cve, version }) => [cve, version]));
    };
    if (knex.client.config.client === 'pg') {
      const before = await versions();
      await action();
      const after = await versions();
      return [...after].filter(([cve, v]) => before.get(cve) !== v).length;
    }
    await knex.raw('drop table if exists written');
    await knex.raw('create table written (cve text)');
    for (const event of ['insert', 'update']) {
      await knex.raw(
        `create trigger written_${event} after ${event} on vulnerability_intel
         begin insert into written values (new.cve); end`,
      );
    }
    await action();
    const [{ total }] = await knex('written').count({ total: '*' });
    for (const event of ['insert', 'update']) {
      await knex.raw(`drop trigger written_${event}`);
    }
    return Number(total);
  }
});
