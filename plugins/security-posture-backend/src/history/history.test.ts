import { noSeverityCounts } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import {
  day,
  empty,
  seed,
  seedSubject,
  subjectIdOf,
  type Shown,
} from '../retention/__testUtils__/seed';
import { applyMigrations } from '../store/migrations';
import { upsertRows } from '../store/bulk';
import { deleteFindings } from '../store/operations/deleteFindings';
import { databases, initDatabase } from '../tests/__testUtils__/scenario';
import { HistoryService } from './HistoryService';
import { recordDay } from './recordDay';

jest.setTimeout(120_000);

const shop = 'component:default/shop';
const cart = 'component:default/cart';

/** From before the first of all days. */
const ever = { from: '2025-01-01' };

describe.each(databases.eachSupportedId())('history, %p', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await initDatabase(databaseId);
    await applyMigrations(knex);
  });

  afterEach(() => empty(knex));

  const listOf = async (entityRef: string, query = {}) =>
    (
      await HistoryService.create({ knex, now: () => new Date(day(100)) }).list(
        entityRef,
        query,
      )
    ).items;

  const reported = (subject: string, stage: string) =>
    knex('subject_sources').insert({
      subject_id: subjectIdOf(subject),
      stage,
      source: 'trivy',
      tool_name: 'Trivy',
      report_id: 'r',
      last_report_at: day(1),
      complete: true,
      skipped: 0,
    });

  const shown = (problem: string, parts: Partial<Shown> = {}): Shown => ({
    subject: 'image',
    problem,
    firstSeen: day(1),
    ...parts,
  });

  it('counts by stage, state and severity, and tells never reported from clean', async () => {
    await seedSubject(knex, 'image', { components: [shop, cart] });
    await seedSubject(knex, 'workload', { components: [shop] });
    await seedSubject(knex, 'clean', {
      components: ['component:default/clean'],
    });
    await seedSubject(knex, 'silent', {
      components: ['component:default/silent'],
    });
    await reported('image', 'build');
    await reported('clean', 'deploy');
    await seed(
      knex,
      shown('a', { severityRank: 5 }),
      shown('b', { severityRank: 5 }),
      shown('c', { severityRank: 0, finding: { triage: 'not-affected' } }),
      shown('d', { live: false, digest: 'sha256:old' }),
      shown('e', { subject: 'workload', kind: 'alert', stage: 'runtime' }),
    );
    await recordDay(knex, new Date(day(3)));
    const none = noSeverityCounts();
    const zeros = { open: none, stale: none, suppressed: none, fixed: none };
    const build = {
      ...zeros,
      open: { ...none, critical: 2 },
      suppressed: { ...none, unknown: 1 },
    };
    expect(await listOf(shop, ever)).toEqual([
      {
        day: '2026-01-03',
        counts: {
          build,
          runtime: { ...zeros, open: { ...none, high: 1 } },
        },
        newFindings: 0,
        fixedFindings: 0,
        reopenedFindings: 0,
        sla: { due: 0, breached: 0, met: 0 },
      },
    ]);
    expect(await listOf(cart, ever)).toMatchObject([{ counts: { build } }]);
    const [clean] = await listOf('component:default/clean', ever);
    expect(clean.counts).toEqual({ deploy: zeros });
    expect(await listOf('component:default/silent', ever)).toEqual([]);
  });

  it('counts what happened that day in UTC, and how deadlines are kept', async () => {
    await seedSubject(knex, 'image', { components: [shop] });
    await reported('image', 'build');
    const at = (time: string) => `2026-03-10T${time}.000Z`;
    const fixed = (problem: string, opened: string, on: string, due?: string) =>
      shown(problem, {
        withdrawn: on,
        finding: {
          state: 'fixed',
          opened_at: opened,
          fixed_at: on,
          due_at: due,
        },
      });
    await seed(
      knex,
      shown('new', {
        firstSeen: at('00:00:00'),
        finding: { due_at: day(300) },
      }),
      shown('of the day before', { firstSeen: '2026-03-09T23:59:59.999Z' }),
      shown('of the day after', { firstSeen: '2026-03-11T00:00:00.000Z' }),
      shown('late', { finding: { due_at: at('11:00:00') } }),
      shown('reopened', {
        finding: {
          state: 'open',
          opened_at: day(1),
          reopened_at: at('09:00:00'),
          reopen_count: 1,
        },
      }),
      fixed('fixed in time', day(1), at('12:00:00'), day(200)),
      fixed('fixed late', day(11), '2026-03-01T12:00:00.000Z', day(12)),
      fixed('fixed long ago', day(-300), day(-100), day(1)),
    );
    await recordDay(knex, new Date(at('23:59:00')));
    const [today] = await listOf(shop);
    expect(today).toMatchObject({
      newFindings: 1,
      fixedFindings: 1,
      reopenedFindings: 1,
      sla: { due: 1, breached: 1, met: 1 },
    });
    // 68 and 49 days.
    expect(today.meanHoursToFix).toBeCloseTo(((68 + 49) / 2) * 24, 6);
  });

  it('replaces today, keeps the days before, and outlives findings', async () => {
    await seedSubject(knex, 'image', { components: [shop] });
    await reported('image', 'build');
    const [id] = await seed(knex, shown('a'));
    await recordDay(knex, new Date(day(2)));
    await recordDay(knex, new Date(day(3)));
    await knex('component_days')
      .where('day', '2026-01-03')
      .update({ risk: 41.5, grade: 'C', coverage: 0.5 });
    await deleteFindings(knex, [id]);
    await recordDay(knex, new Date(day(3)));
    expect(
      (await listOf(shop, ever)).map(item => [
        item.day,
        item.counts.build?.open.high,
        item.risk,
        item.grade,
        item.coverage,
      ]),
    ).toEqual([
      ['2026-01-02', 1, undefined, undefined, undefined],
      ['2026-01-03', 0, 41.5, 'C', 0.5],
    ]);
    await knex('subjects').delete();
    await recordDay(knex, new Date(day(4)));
    expect(await listOf(shop, ever)).toHaveLength(2);
  });

  it('answers the days that are asked for, else the last 90', async () => {
    await seedSubject(knex, 'image', { components: [shop] });
    await reported('image', 'build');
    for (const n of [1, 9, 10, 11, 100])
      await recordDay(knex, new Date(day(n)));
    const days = async (query = {}) =>
      (await listOf(shop, query)).map(item => item.day);
    expect(await days()).toEqual(['2026-01-10', '2026-01-11', '2026-04-10']);
    expect(await days({ from: '2026-01-01', to: '2026-01-09' })).toEqual([
      '2026-01-01',
      '2026-01-09',
    ]);
    await expect(
      days({ from: '2026-02-01', to: '2026-01-01' }),
    ).rejects.toThrow('from: 2026-02-01 is after to (2026-01-01)');
  });

  it('takes the snapshot of 10,000 components in one statement', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => `image ${n}`);
    await upsertRows(
      knex,
      'subjects',
      many.map(name => ({
        id: subjectIdOf(name),
        kind: 'image',
        name,
        cluster: undefined,
        namespace: undefined,
        workload_kind: undefined,
        labels: undefined,
        exposure: undefined,
        first_seen_at: day(1),
        last_seen_at: day(1),
      })),
      { key: ['id'] },
    );
    await upsertRows(
      knex,
      'subject_components',
      many.map(name => ({
        subject_id: subjectIdOf(name),
        entity_ref: `component:default/${name}`,
        via: 'request',
      })),
      { key: ['subject_id', 'entity_ref'] },
    );
    await upsertRows(
      knex,
      'subject_counts',
      many.flatMap(name =>
        [3, 4, 5].map(rank => ({
          subject_id: subjectIdOf(name),
          stage: 'build',
          state: 'open',
          severity_rank: rank,
          total: rank,
          fixable: 0,
        })),
      ),
      { key: ['subject_id', 'stage', 'state', 'severity_rank'] },
    );
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => statements.push(sql);
    knex.on('query', listen);
    await recordDay(knex, new Date(day(2)));
    knex.removeListener('query', listen);
    expect(statements).toHaveLength(1);
    const [{ total }] = await knex('component_days').count({ total: '*' });
    expect(Number(total)).toBe(10_000);
  });
});
