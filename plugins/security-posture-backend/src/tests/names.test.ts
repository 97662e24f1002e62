import type { Knex } from 'knex';
import { databases, initDatabase } from './__testUtils__/scenario';
import { trivyScan } from './__testUtils__/reports';
import { grypeScan } from './__testUtils__/toolReports';
import { forgetAll, noUntruth, untruths } from './__testUtils__/truths';
import { useCasesOf } from './__testUtils__/useCases';
import { createWorld } from './__testUtils__/world';

jest.setTimeout(60_000);

const CVE = 'CVE-2026-0001';
const GHSA = 'GHSA-aaaa-bbbb-0001';
const image = 'ghcr.io/acme/elsewhere';

describe.each(databases.eachSupportedId())(
  'what was said of a name of a vulnerability, %p',
  databaseId => {
    let knex: Knex;
    let world: Awaited<ReturnType<typeof createWorld>>;

    beforeAll(async () => {
      knex = await initDatabase(databaseId);
      world = await createWorld(knex);
    });

    beforeEach(() => forgetAll(knex));

    const at = (hour: number) => {
      const time = `2026-11-20T1${hour}:00:00.000Z`;
      world.at(time);
      return { at: time };
    };
    /** By Grype, of one package, under each of these names. */
    const grype = (names: string[], where: object, related: string[] = []) =>
      grypeScan(
        names.map(id => ({ id, pkg: 'zlib', related })),
        where,
      );
    const states = async () =>
      Object.fromEntries(
        (await world.findings('shop')).map(finding => [
          finding.problem,
          finding.suppressedBy ?? finding.state,
        ]),
      );

    it('holds at once for findings that are called otherwise, wherever the names are learned', async () => {
      const people = useCasesOf(world);
      await world.send(trivyScan([{ id: CVE, pkg: 'zlib' }], at(0)));
      await people.except({
        target: { problem: GHSA },
        scope: { kind: 'everywhere' },
        kind: 'false-positive',
      });
      expect(await states()).toEqual({ [CVE]: 'open' });
      await world.send(grype([GHSA], { ...at(1), image }, [CVE]));
      expect(await states()).toEqual({ [CVE]: 'exception' });
      await world.send(grype([GHSA], { ...at(2), image }));
      expect(await states()).toEqual({ [CVE]: 'open' });
      expect(await untruths(knex)).toEqual(noUntruth);
    });

    it('goes back to its finding when that is seen apart again', async () => {
      const people = useCasesOf(world);
      await world.send(grype([CVE, GHSA], at(0)));
      const { id } = await knex('findings').where({ problem: GHSA }).first();
      await people.except({
        target: { findingId: id },
        scope: { kind: 'finding' },
      });
      expect(await states()).toEqual({ [CVE]: 'open', [GHSA]: 'exception' });
      await world.send(grype([GHSA], { ...at(1), image }, [CVE]));
      expect(await states()).toEqual({ [CVE]: 'exception' });
      expect((await people.finding(id))?.problem).toBe(CVE);

      await world.send(grype([CVE, GHSA], at(2)));
      expect(await states()).toEqual({ [CVE]: 'open', [GHSA]: 'exception' });
      expect((await people.finding(id))?.problem).toBe(GHSA);
      expect(await untruths(knex)).toEqual(noUntruth);
    });
  },
);
