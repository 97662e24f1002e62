import fc from 'fast-check';
import type { Knex } from 'knex';
import { defaultDeadlineRules } from '../model/deadline';
import { findingId } from '../model/findingId';
import { recompute } from '../recompute';
import { noDifference } from '../recompute/differences';
import { withCorpus } from '../sources/__testUtils__/withCorpus';
import { databases, initDatabase } from './__testUtils__/scenario';
import {
  forgetAll,
  noUntruth,
  storedRows,
  untruths,
} from './__testUtils__/truths';
import { Life, turns, type Turn } from './__testUtils__/turns';
import { useCasesOf } from './__testUtils__/useCases';
import { createWorld } from './__testUtils__/world';

jest.setTimeout(180_000);

/** Each about as long. */
const runs: Record<string, number> = { SQLITE_3: 40, POSTGRES_15: 25 };

describe.each(databases.eachSupportedId())('recompute, %p', databaseId => {
  let knex: Knex;
  let world: Awaited<ReturnType<typeof createWorld>>;

  beforeAll(async () => {
    knex = await initDatabase(databaseId);
    world = await createWorld(knex);
  });

  beforeEach(() => forgetAll(knex));

  const again = (now: Date, chunk?: number) =>
    recompute({ knex, deadlines: defaultDeadlineRules, now, chunk });

  async function live(list: Turn[]): Promise<Life> {
    const life = new Life(world, useCasesOf(world));
    for (const turn of list) {
      const { receipts, shown, whole, repeats } = await life.take(turn);
      for (const receipt of receipts) {
        expect(receipt.duplicate).toBe(repeats ?? receipt.duplicate);
        if (shown === undefined) continue;
        // Read = stored + skipped.
        const { read, skippedTotal, id } = receipt;
        expect(read.vulnerability - skippedTotal).toBe(shown);
        const [scope] = await knex('scopes').where({
          last_report_id: id,
          kind: 'vulnerability',
        });
        if (!scope || !whole) continue;
        const stored = await knex('observations')
          .where({ scope_id: scope.id })
          .whereNull('withdrawn_at');
        expect(stored).toHaveLength(shown);
      }
    }
    return life;
  }

  it('finds nothing to do after anything that happens', async () => {
    await fc.assert(
      fc.asyncProperty(turns, async list => {
        await forgetAll(knex);
        const { now } = await live(list);
        expect(await untruths(knex)).toEqual(noUntruth);
        const before = await storedRows(knex);
        expect(await again(now, 3)).toEqual(noDifference());
        expect(await storedRows(knex)).toEqual(before);
      }),
      { numRuns: runs[databaseId] },
    );
  });

  /** A store with something of everything. */
  async function eventful(): Promise<Date> {
    const shown = (...problems: number[]) =>
      problems.map(problem => ({
        problem,
        severity: 'HIGH',
        fixed: problem % 2 === 0,
        advisory: false,
        named: false,
      }));
    const scan = { does: 'scan', tool: 'trivy', tag: '1.4' } as const;
    const whole = { broken: 0, late: 0, hours: 1 };
    const advisories = shown(2).map(each => ({
      ...each,
      advisory: true,
      named: true,
    }));
    const other = { ...scan, image: 'cart', letter: 'a', ...whole } as const;
    const { now } = await live([
      {
        ...scan,
        ...whole,
        image: 'shop',
        letter: 'a',
        shown: shown(0, 1, 2, 3, 4),
      },
      { ...other, shown: advisories, tool: 'grype' },
      {
        ...scan,
        ...whole,
        image: 'shop',
        letter: 'b',
        shown: shown(0, 1, 2, 3),
      },
      { does: 'deploy', image: 'shop', letter: 'a', hours: 1 },
      { does: 'vex', problem: 1, status: 'not_affected', hours: 1 },
      {
        does: 'except',
        which: 0,
        ask: { kind: 'accepted', scope: 'finding', days: 60 },
        hours: 1,
      },
      {
        does: 'policy',
        name: 'shop',
        results: [
          { policy: 'disallow-privileged-containers', result: 'fail' },
          { policy: 'our-own-policy', result: 'fail' },
        ],
        late: 0,
        hours: 1,
      },
      { does: 'alert', rule: 'Terminal shell in container', late: 0, hours: 1 },
    ]);
    return now;
  }

  it('mends all that is derived', async () => {
    const now = await eventful();
    expect(await again(now)).toEqual(noDifference());
    const before = await storedRows(knex, ['subject_counts']);

    const states = await knex('findings').where('state', 'open');
    expect(states.length).toBeGreaterThan(4);
    await knex('findings')
      .where('id', states[0].id)
      .update({ state: 'suppressed', suppressed_by: 'tool' });
    await knex('findings').where('id', states[1].id).update({
      severity_rank: 1,
      built: !states[1].built,
      running: !states[1].running,
    });
    await knex('findings').whereNotNull('exception_id').update({
      exception_id: null,
    });
    await knex('findings').where('vex', 'not-affected').update({ vex: null });
    await knex('findings')
      .where('problem', 'CVE-2026-0003')
      .update({ due_at: null });
    await knex('artifacts').update({ built: false });
    await knex('scopes').update({ built: false, running: true, live: false });
    await knex('vulnerability_groups').delete();
    await knex('vulnerability_groups').insert({
      vulnerability_id: 'GHSA-made-upby-nobo',
      canonical_id: 'CVE-2026-0001',
    });
    await knex('subject_counts').update({ total: 7, fixable: 9 });

    const found = await again(now, 2);
    expect(found).toMatchObject({ names: 2, moved: 0, artifacts: 2 });
    for (const count of [found.scopes, found.judgements, found.deadlines]) {
      expect(count).toBeGreaterThan(0);
    }
    expect(found.findings).toBeGreaterThan(1);
    expect(found.counts).toBeGreaterThan(1);
    expect(await untruths(knex)).toEqual(noUntruth);
    expect(await storedRows(knex, ['subject_counts'])).toEqual(before);
    expect(await again(now)).toEqual(noDifference());
  });

  it('lets findings follow names that became known otherwise', async () => {
    const now = await eventful();
    const of = (problem: string) => knex('findings').where({ problem });
    const apart = await of('CVE-2026-0003');
    await knex('vulnerability_assertions').insert({
      asserter: 'osv/deb',
      from_id: 'CVE-2026-0003',
      to_id: 'GHSA-aaaa-bbbb-0003',
      asserted_at: now,
    });
    await live([
      {
        ...{ does: 'scan', tool: 'grype', image: 'shop', letter: 'a' },
        ...{ tag: '1.4', broken: 0, late: 0, hours: 200 },
        shown: [
          {
            ...{ problem: 3, severity: 'LOW', fixed: false },
            ...{ advisory: true, named: false },
          },
        ],
      },
    ]);
    expect(await of('GHSA-aaaa-bbbb-0003')).toHaveLength(1);
    const [{ id: old }] = await of('GHSA-aaaa-bbbb-0003');

    expect(await again(now, 1)).toMatchObject({ names: 1, moved: 1 });
    expect(await of('GHSA-aaaa-bbbb-0003')).toEqual([]);
    const [joined, ...more] = await of('CVE-2026-0003');
    expect([joined.id, more]).toEqual([apart[0].id, []]);
    expect(await knex('finding_redirects')).toMatchObject([
      { old_id: old, finding_id: joined.id },
    ]);
    expect(
      await knex('verdicts').where({ finding_id: joined.id }),
    ).toHaveLength(2);
    expect(await untruths(knex)).toEqual(noUntruth);
    expect(await again(now)).toEqual(noDifference());
  });

  it('lets findings follow the map of controls', async () => {
    const now = await eventful();
    const [right] = await knex('findings').where({
      problem: 'privileged',
    });
    const others = ['findings', 'finding_redirects', 'subject_counts'] as const;
    const before = await storedRows(knex, others);
    // As it was when the map did not know the policy.
    const own = {
      problem: 'kyverno|disallow-privileged-containers',
      locus: 'app',
    };
    const { subject_id: subjectId, kind } = right;
    const id = findingId({ subjectId, kind, ...own });
    await knex('findings').insert({ ...right, ...own, id, triage: 'affected' });
    await knex('observations')
      .where({ finding_id: right.id })
      .update({ finding_id: id });
    const [{ details }] = await knex('verdicts').where({
      finding_id: right.id,
    });
    await knex('verdicts')
      .where({ finding_id: right.id })
      .update({
        finding_id: id,
        details: JSON.stringify({ ...JSON.parse(details), container: 'app' }),
      });
    await knex('findings').where({ id: right.id }).delete();

    expect(await again(now)).toEqual({ ...noDifference(), moved: 1 });
    expect(await knex('findings').where({ id })).toEqual([]);
    expect(await knex('findings').where({ id: right.id })).toEqual([
      { ...right, triage: 'affected', search_text: expect.any(String) },
    ]);
    expect(await knex('finding_redirects')).toMatchObject([
      { old_id: id, finding_id: right.id },
    ]);
    await knex('verdicts').where({ finding_id: right.id }).update({ details });
    expect(await storedRows(knex, others)).toEqual(before);
    expect(await untruths(knex)).toEqual(noUntruth);
    expect(await again(now)).toEqual(noDifference());
  });
});

describe('recompute after the reports of other people', () => {
  withCorpus(files => {
    it('finds nothing to do: what is stored tells again what each element is of', async () => {
      const knex = await initDatabase('SQLITE_3');
      const world = await createWorld(knex);
      world.at('2026-11-25T00:00:00.000Z');
      const refused: string[] = [];
      for (const entry of files.files()) {
        const text = files.bytes(entry).toString('utf8');
        try {
          await world.send(text, { cluster: 'prod' });
        } catch {
          refused.push(entry.file);
        }
      }
      expect(files.files().length - refused.length).toBe(230);
      const [{ total }] = await knex('findings')
        .where({ kind: 'misconfiguration' })
        .count({ total: '*' });
      expect(Number(total)).toBeGreaterThan(300);
      const found = await recompute({
        knex,
        deadlines: defaultDeadlineRules,
        now: world.now(),
      });
      expect(found).toEqual(noDifference());
      expect(await untruths(knex)).toEqual(noUntruth);
    });
  });
});
