import {
  ReportBuilder,
  type VulnerabilityFinding,
} from 'backstage-plugin-security-posture-node';
import type { Knex } from 'knex';
import { defaultDeadlineRules } from '../model/deadline';
import { saveEpss } from '../store/operations/saveEpss';
import { saveKnownExploits } from '../store/operations/saveKnownExploits';
import { findIntel } from '../store/readModels/findIntel';
import {
  databases,
  migratedDatabase,
  deadlines,
  seedFindings,
  seedSubjects,
} from './__testUtils__/seed';
import { intelOf } from './intelOf';
import { learnIntel } from './learnIntel';

jest.setTimeout(120_000);

const LOG4J = 'CVE-2021-44228';
const OTHER = 'CVE-2024-0001';
const at = '2026-11-20T10:00:00.000Z';

function report(...findings: Partial<VulnerabilityFinding>[]) {
  const builder = new ReportBuilder({
    tool: { name: 'Grype' },
    subject: { kind: 'image', name: 'ghcr.io/acme/shop' },
  });
  for (const finding of findings) {
    builder.report.findings.push({
      kind: 'vulnerability',
      id: LOG4J,
      aliases: [],
      severity: 'high',
      title: 'a finding',
      references: [],
      package: { name: 'log4j-core' },
      fixedVersions: [],
      cvss: [],
      cwes: [],
      ...finding,
    });
  }
  return { sourceId: 'grype', at, report: builder.report };
}

describe('intelOf', () => {
  it('takes what a report says of CVEs, by whatever name it calls them', () => {
    const told = report(
      {
        id: 'GHSA-jfh8-c2jp-5v3q',
        aliases: ['cve-2021-44228'],
        epss: 0.9,
        epssPercentile: 0.99,
        epssAt: '2026-11-18',
        knownExploited: true,
        kevAddedAt: '2021-12-10',
        kevDueAt: '2021-12-24',
        ransomware: true,
      },
      // The same CVE in another package, with the score of another day.
      { epss: 0.8, epssAt: '2026-11-17' },
      { id: OTHER, epss: 0.1, epssAt: '2027-01-01', knownExploited: false },
      // Of which CVE?
      { id: 'GHSA-x', aliases: [LOG4J, OTHER], epss: 0.7 },
      { id: 'GHSA-y', epss: 0.7 },
      { id: 'CVE-2024-0002' },
    );
    expect(intelOf([told])).toEqual([
      {
        cve: LOG4J,
        source: 'report:grype',
        epss: { score: 0.9, percentile: 0.99, at: '2026-11-18T00:00:00.000Z' },
        knownExploited: true,
        kev: {
          addedAt: '2021-12-10T00:00:00.000Z',
          dueAt: '2021-12-24T00:00:00.000Z',
          ransomware: true,
        },
      },
      {
        cve: OTHER,
        source: 'report:grype',
        // A score of tomorrow is a broken clock.
        epss: { score: 0.1, percentile: undefined, at },
        knownExploited: false,
      },
    ]);
  });
});

describe.each(databases.eachSupportedId())('learnIntel, %p', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await migratedDatabase(databaseId);
  });

  beforeEach(async () => {
    for (const table of [
      'findings',
      'subjects',
      'vulnerability_intel',
      'known_exploits',
      'intel_feeds',
    ]) {
      await knex(table).delete();
    }
  });

  const learn = (...findings: Partial<VulnerabilityFinding>[]) =>
    learnIntel(knex, [report(...findings)], defaultDeadlineRules);

  const intelOn = async (cve: string) =>
    (await findIntel(knex, [cve])).get(cve);

  const feed = (day: string, epss: number) =>
    knex.transaction(tx =>
      saveEpss(tx, {
        source: 'https://feeds.example/epss.csv',
        at: `${day}T00:00:00.000Z`,
        scores: [{ cve: LOG4J, epss, percentile: 0.5 }],
      }),
    );

  it('keeps the newest score, and that of the feed on the same day', async () => {
    await learn({ epss: 0.1, epssAt: '2026-11-10', epssPercentile: 0.2 });
    expect(await intelOn(LOG4J)).toMatchObject({
      epss: 0.1,
      epssPercentile: 0.2,
      epssAt: '2026-11-10T00:00:00.000Z',
      knownExploited: undefined,
    });
    await learn({ epss: 0.2, epssAt: '2026-11-09' });
    expect(await intelOn(LOG4J)).toMatchObject({ epss: 0.1 });
    await feed('2026-11-10', 0.3);
    await learn({ epss: 0.4, epssAt: '2026-11-10' });
    expect(await intelOn(LOG4J)).toMatchObject({ epss: 0.3 });
    await learn({ epss: 0.5, epssAt: '2026-11-11' });
    await feed('2026-11-10', 0.6);
    expect(await intelOn(LOG4J)).toMatchObject({ epss: 0.5 });
  });

  it('only adds to what is known to be exploited', async () => {
    await learn({
      knownExploited: true,
      ransomware: true,
      kevDueAt: '2021-12-24',
    });
    expect(await intelOn(LOG4J)).toMatchObject({
      knownExploited: true,
      ransomware: true,
      kevDueAt: '2021-12-24T00:00:00.000Z',
    });
    await learn({ knownExploited: false });
    expect(await intelOn(LOG4J)).toMatchObject({ knownExploited: true });
    // A catalogue takes away what it said itself, not what others say.
    const catalogue = (...cves: string[]) =>
      knex.transaction(tx =>
        saveKnownExploits(tx, {
          source: 'https://feeds.example/kev.json',
          complete: true,
          exploits: cves.map(cve => ({ cve, ransomware: false })),
        }),
      );
    expect(await catalogue(LOG4J, OTHER)).toEqual([OTHER]);
    expect(await catalogue(LOG4J)).toEqual([OTHER]);
    expect(await catalogue('CVE-2024-0003')).toEqual(['CVE-2024-0003']);
    expect(await intelOn(LOG4J)).toMatchObject({ knownExploited: true });
  });

  it('sets the deadlines of other subjects, and writes nothing when it is told again', async () => {
    await seedSubjects(knex, [
      { id: 'cart', kind: 'image', exposure: 'internal' },
    ]);
    const facts = { subject: 'cart', automatable: true, totalImpact: true };
    await seedFindings(knex, [
      { ...facts, id: 'log4j' },
      { ...facts, id: 'other', problem: OTHER },
    ]);
    const told: Partial<VulnerabilityFinding>[] = [
      { epss: 0.9, epssAt: '2026-11-18', knownExploited: true },
      { id: OTHER, epss: 0.1, epssAt: '2026-11-18', knownExploited: false },
    ];
    await learn(...told);
    expect(await deadlines(knex)).toEqual({
      log4j: '2026-11-04 bod-26-04:kev+automatable+total:3d',
      other: '2026-12-31 bod-26-04:automatable+total:60d',
    });
    const seen: string[] = [];
    const listen = ({ sql }: { sql: string }) => seen.push(sql);
    knex.on('query', listen);
    await learn(...told);
    knex.removeListener('query', listen);
    expect(seen).toHaveLength(1);
  });
});
