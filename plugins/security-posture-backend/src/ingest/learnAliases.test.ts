import type { VulnerabilityFinding } from 'backstage-plugin-security-posture-node';
import type { Knex } from 'knex';
import { defaultDeadlineRules } from '../model/deadline';
import { reportedId } from '../model/vulnerabilityId';
import {
  day,
  empty,
  idOf,
  seed,
  told,
} from '../store/merging/__testUtils__/seed';
import { applyMigrations } from '../store/migrations';
import { compareCounts } from '../store/readModels/compareCounts';
import { findCanonicalIds } from '../store/readModels/findCanonicalIds';
import { databases, initDatabase } from '../tests/__testUtils__/scenario';
import { learnAliases } from './learnAliases';

jest.setTimeout(60_000);

const CVE = 'CVE-2099-0001';
const OTHER = 'CVE-2099-0002';
const GHSA = 'GHSA-aaaa-bbbb-cccc';

function vulnerability(id: string, aliases: string[]): VulnerabilityFinding {
  return {
    kind: 'vulnerability',
    id,
    aliases,
    severity: 'high',
    title: id,
    references: [],
    package: { name: 'lodash', purl: 'pkg:npm/lodash@4.17.20' },
    fixedVersions: [],
    cvss: [],
    cwes: [],
  };
}

describe.each(databases.eachSupportedId())('learnAliases, %p', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await initDatabase(databaseId);
    await applyMigrations(knex);
  });

  beforeEach(async () => {
    await empty(knex);
    await knex('vulnerability_assertions').delete();
    await knex('vulnerability_groups').delete();
  });

  /** A report of one vulnerability arrives: names are learned, then it is stored. */
  async function arrives(
    sourceId: string,
    id: string,
    aliases: string[],
    at: string,
  ) {
    await learnAliases(
      knex,
      [{ sourceId, findings: [vulnerability(id, aliases)], at }],
      new Date(at),
      defaultDeadlineRules,
    );
    const reported = reportedId(id, aliases);
    const canonical = await findCanonicalIds(knex, [reported]);
    await seed(knex, [
      {
        source: sourceId,
        reported,
        problem: canonical.get(reported),
        firstSeen: at,
      },
    ]);
    expect(await compareCounts(knex)).toEqual([]);
  }

  const both = (first: string) => [
    {
      problem: CVE,
      state: 'open',
      firstSeen: first,
      opened: first,
      reported: [CVE, GHSA],
      verdicts: [`grype of ${GHSA}`, `trivy of ${CVE}`],
    },
  ];

  it('has one finding for the CVE of one tool and the GHSA of another', async () => {
    await arrives('trivy', CVE, [], day(1));
    await arrives('grype', GHSA, [CVE], day(2));
    expect(await told(knex)).toEqual(both(day(1)));
  });

  it('has the same one if they come in the other order', async () => {
    await arrives('grype', GHSA, [CVE], day(1));
    await arrives('trivy', CVE, [], day(2));
    expect(await told(knex)).toEqual(both(day(1)));
    expect(await knex('finding_redirects')).toEqual([]);
  });

  it('has the same one if the names are learned after both', async () => {
    await arrives('grype', GHSA, [], day(1));
    await arrives('trivy', CVE, [], day(2));
    expect(await told(knex)).toHaveLength(2);
    await arrives('osv-scanner', GHSA, [CVE], day(3));
    const [finding, ...others] = await told(knex);
    expect(others).toEqual([]);
    expect(finding).toEqual({
      ...both(day(1))[0],
      reported: [CVE, GHSA, GHSA],
      verdicts: [
        `grype of ${GHSA}`,
        `osv-scanner of ${GHSA}`,
        `trivy of ${CVE}`,
      ],
    });
    expect(
      await knex('finding_redirects').select('old_id', 'finding_id'),
    ).toEqual([{ old_id: idOf(GHSA), finding_id: idOf(CVE) }]);
    const [{ due_at }] = await knex('findings').select('due_at');
    expect(due_at).not.toBeNull();
  });

  it('parts them when nobody says so any more', async () => {
    await arrives('trivy', CVE, [], day(1));
    await arrives('grype', GHSA, [CVE], day(2));
    await arrives('grype', GHSA, [], day(3));
    expect(
      (await told(knex)).map(({ problem, firstSeen, reported, verdicts }) => ({
        problem,
        firstSeen,
        reported,
        verdicts,
      })),
    ).toEqual([
      {
        problem: CVE,
        firstSeen: day(1),
        reported: [CVE],
        verdicts: [`trivy of ${CVE}`],
      },
      {
        problem: GHSA,
        firstSeen: day(2),
        reported: [GHSA],
        verdicts: [`grype of ${GHSA}`],
      },
    ]);
    await arrives('grype', GHSA, [CVE], day(4));
    expect(await told(knex)).toEqual(both(day(1)));
  });

  it('merges nothing through a GHSA or an advisory that names two CVEs', async () => {
    await arrives('trivy', CVE, [], day(1));
    await arrives('trivy', OTHER, [], day(1));
    await arrives('grype', GHSA, [CVE, OTHER], day(2));
    await arrives('grype', 'ALAS-2099-1', [CVE, OTHER], day(2));
    expect((await told(knex)).map(({ problem }) => problem)).toEqual([
      'ALAS-2099-1',
      CVE,
      OTHER,
      GHSA,
    ]);
  });

  it('takes no lock and writes nothing if there is nothing to learn', async () => {
    await arrives('grype', GHSA, [CVE], day(1));
    const seen: string[] = [];
    const listen = ({ sql }: { sql: string }) => seen.push(sql);
    knex.on('query', listen);
    const learned = await learnAliases(knex, [
      { sourceId: 'grype', findings: [vulnerability(GHSA, [CVE])], at: day(2) },
      { sourceId: 'trivy', findings: [vulnerability(CVE, [])], at: day(2) },
    ]);
    expect(learned).toEqual({ changes: [], touched: [], moved: 0 });
    expect(seen).toEqual([expect.stringMatching(/^select/)]);
    await learnAliases(knex, []);
    knex.removeListener('query', listen);
    expect(seen).toHaveLength(1);
  });

  it('learns the same from reports that come at once', async () => {
    await arrives('grype', GHSA, [], day(1));
    await arrives('trivy', CVE, [], day(1));
    await Promise.all(
      ['a', 'b', 'c', 'd'].map(sourceId =>
        learnAliases(knex, [
          { sourceId, findings: [vulnerability(GHSA, [CVE])], at: day(2) },
        ]),
      ),
    );
    expect(await told(knex)).toEqual(both(day(1)));
    expect(await compareCounts(knex)).toEqual([]);
    expect(await knex('vulnerability_groups')).toEqual([
      { vulnerability_id: GHSA, canonical_id: CVE },
    ]);
  });
});
