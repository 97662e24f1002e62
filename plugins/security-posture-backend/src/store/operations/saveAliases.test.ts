import fc from 'fast-check';
import type { Knex } from 'knex';
import { aliasGroups, canonicalIdsOf } from '../../model/aliasGroups';
import { databases, initDatabase } from '../../tests/__testUtils__/scenario';
import { day } from '../merging/__testUtils__/seed';
import { applyMigrations } from '../migrations';
import {
  findAliasNews,
  type DatedAliasStatement,
} from '../readModels/findAliasNews';
import { findCanonicalIds } from '../readModels/findCanonicalIds';
import { saveAliases } from './saveAliases';

jest.setTimeout(120_000);

const CVE = 'CVE-2099-0001';
const OTHER = 'CVE-2099-0002';
const GHSA = 'GHSA-aaaa-bbbb-cccc';
const GO = 'GO-2099-0001';

const says = (
  asserter: string,
  at: string,
  from: string,
  ...to: string[]
): DatedAliasStatement => ({ asserter, from, to, at });

async function statementsOf(knex: Knex, run: () => Promise<unknown>) {
  const seen: string[] = [];
  const listen = ({ sql }: { sql: string }) => seen.push(sql);
  knex.on('query', listen);
  await run();
  knex.removeListener('query', listen);
  return seen.length;
}

describe.each(databases.eachSupportedId())('saveAliases, %p', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await initDatabase(databaseId);
    await applyMigrations(knex);
  });

  beforeEach(async () => {
    await knex('vulnerability_assertions').delete();
    await knex('vulnerability_groups').delete();
  });

  const canonical = async (...ids: string[]) =>
    Object.fromEntries(await findCanonicalIds(knex, ids));

  it('groups names through each other and tells what changed', async () => {
    expect(await saveAliases(knex, [says('osv', day(1), GO, GHSA)])).toEqual([
      { id: GO, before: GO, after: GHSA },
    ]);
    const changes = await saveAliases(knex, [says('grype', day(1), GHSA, CVE)]);
    expect(changes.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: GHSA, before: GHSA, after: CVE },
      { id: GO, before: GHSA, after: CVE },
    ]);
    expect(await canonical(GO, GHSA, CVE, 'GHSA-unheard-of')).toEqual({
      [GO]: CVE,
      [GHSA]: CVE,
      [CVE]: CVE,
      'GHSA-unheard-of': 'GHSA-unheard-of',
    });
    expect(await canonical('ghsa-AAAA-bbbb-cccc', 'cve-2099-0001')).toEqual({
      'ghsa-AAAA-bbbb-cccc': CVE,
      'cve-2099-0001': CVE,
    });
  });

  it('lets the newest word of an asserter count, and no older one', async () => {
    await saveAliases(knex, [says('grype', day(2), GHSA, CVE)]);
    expect(await saveAliases(knex, [says('grype', day(1), GHSA)])).toEqual([]);
    expect(await canonical(GHSA)).toEqual({ [GHSA]: CVE });

    expect(
      await saveAliases(knex, [says('grype', day(3), GHSA, OTHER)]),
    ).toEqual([{ id: GHSA, before: CVE, after: OTHER }]);

    expect(await saveAliases(knex, [says('grype', day(4), GHSA)])).toEqual([
      { id: GHSA, before: OTHER, after: GHSA },
    ]);
    expect(await knex('vulnerability_groups')).toEqual([]);
    expect(await saveAliases(knex, [says('grype', day(3), GHSA, CVE)])).toEqual(
      [],
    );
    expect(await canonical(GHSA)).toEqual({ [GHSA]: GHSA });
  });

  it('keeps a group together for as long as anyone says so', async () => {
    await saveAliases(knex, [
      says('grype', day(1), GHSA, CVE),
      says('trivy', day(1), CVE, GHSA),
    ]);
    expect(await saveAliases(knex, [says('grype', day(2), GHSA)])).toEqual([]);
    expect(await saveAliases(knex, [says('trivy', day(2), CVE)])).toEqual([
      { id: GHSA, before: CVE, after: GHSA },
    ]);
  });

  it('parts what came to name two CVEs, and joins it again', async () => {
    await saveAliases(knex, [
      says('osv', day(1), GHSA, CVE),
      says('osv', day(1), GO, GHSA),
    ]);
    await saveAliases(knex, [says('osv', day(2), GHSA, CVE, OTHER)]);
    expect(await canonical(GO, GHSA)).toEqual({ [GO]: GO, [GHSA]: GHSA });
    await saveAliases(knex, [says('osv', day(3), GHSA, OTHER)]);
    expect(await canonical(GO, GHSA)).toEqual({ [GO]: OTHER, [GHSA]: OTHER });
  });

  it('takes no note of what is known, until it has long been known', async () => {
    await saveAliases(knex, [
      says('grype', day(1), GHSA, CVE),
      says('grype', day(1), CVE),
    ]);
    const again = (at: string) =>
      findAliasNews(knex, [
        says('grype', at, GHSA, CVE),
        says('grype', at, CVE),
      ]);
    expect(await again(day(1))).toEqual([]);
    expect(await again(day(8))).toEqual([]);
    expect(await again(day(9))).toEqual([
      { ...says('grype', day(9), GHSA, CVE), earlier: [CVE] },
    ]);
    expect(await saveAliases(knex, await again(day(9)))).toEqual([]);
    expect(await saveAliases(knex, [says('grype', day(8), GHSA)])).toEqual([]);
    expect(await canonical(GHSA)).toEqual({ [GHSA]: CVE });
  });

  it('takes as many statements for any number of names', async () => {
    const chain = (length: number, name: string) =>
      Array.from({ length }, (_, n) =>
        says('osv', day(1), `GO-${name}-${n}`, `GO-${name}-${n + 1}`),
      );
    const few = await statementsOf(knex, () =>
      saveAliases(knex, chain(3, 'few')),
    );
    const many = await statementsOf(knex, () =>
      saveAliases(knex, chain(3000, 'many')),
    );
    expect(many).toBe(few);
    expect(
      await saveAliases(knex, [says('osv', day(2), 'GO-many-3000', CVE)]),
    ).toHaveLength(3001);
  });

  it('leads to the groups of all assertions together, whatever came before', async () => {
    const id = fc.constantFrom(CVE, OTHER, GHSA, 'GHSA-b', GO, 'GO-2', 'OSV-1');
    const statement = fc.record({
      asserter: fc.constantFrom('grype', 'osv'),
      from: id,
      to: fc.uniqueArray(id, { maxLength: 2 }),
      at: fc.integer({ min: 1, max: 5 }).map(day),
    });
    const batches = fc.array(fc.array(statement, { maxLength: 4 }), {
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(batches, async list => {
        await knex('vulnerability_assertions').delete();
        await knex('vulnerability_groups').delete();
        for (const batch of list) {
          const before = new Map(await groupRows());
          const changes = await saveAliases(knex, batch);
          const after = new Map(await groupRows());
          const names = new Set([...before.keys(), ...after.keys()]);
          expect(new Map(changes.map(change => [change.id, change]))).toEqual(
            new Map(
              [...names]
                .map(name => ({
                  id: name,
                  before: before.get(name) ?? name,
                  after: after.get(name) ?? name,
                }))
                .filter(change => change.before !== change.after)
                .map(change => [change.id, change]),
            ),
          );
        }
        const assertions = await knex('vulnerability_assertions').select({
          from: 'from_id',
          to: 'to_id',
        });
        expect(await groupRows()).toEqual(
          [...canonicalIdsOf(aliasGroups(assertions))]
            .filter(([name, canonicalId]) => name !== canonicalId)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        );
      }),
      { numRuns: databaseId === 'SQLITE_3' ? 60 : 10 },
    );

    async function groupRows(): Promise<[string, string][]> {
      const rows: { vulnerability_id: string; canonical_id: string }[] =
        await knex('vulnerability_groups');
      return rows
        .map((row): [string, string] => [
          row.vulnerability_id,
          row.canonical_id,
        ])
        .sort(([a], [b]) => (a < b ? -1 : 1));
    }
  });
});
