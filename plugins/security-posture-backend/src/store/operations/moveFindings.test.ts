import type { Knex } from 'knex';
import { databases, initDatabase } from '../../tests/__testUtils__/scenario';
import {
  day,
  empty,
  idOf,
  seed,
  subjectIdOf,
  told,
  type Shown,
} from '../merging/__testUtils__/seed';
import { upsertRows } from '../bulk';
import { applyMigrations } from '../migrations';
import { compareCounts } from '../readModels/compareCounts';
import { moveFindings } from './moveFindings';

jest.setTimeout(180_000);

const CVE = 'CVE-2099-0001';
const GHSA = 'GHSA-aaaa-bbbb-cccc';
const GO = 'GO-2099-0001';

const merge = [{ id: GHSA, before: GHSA, after: CVE }];
const split = [{ id: GHSA, before: CVE, after: GHSA }];

const trivy: Shown = { source: 'trivy', reported: CVE, firstSeen: day(3) };
const grype: Shown = { source: 'grype', reported: GHSA, firstSeen: day(2) };

describe.each(databases.eachSupportedId())('moveFindings, %p', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await initDatabase(databaseId);
    await applyMigrations(knex);
  });

  beforeEach(() => empty(knex));

  const set = (problem: string, columns: object) =>
    knex('findings')
      .where({ id: idOf(problem) })
      .update(columns);
  const finding = (problem: string) =>
    knex('findings')
      .where({ id: idOf(problem) })
      .first();
  const move = async (changes: Parameters<typeof moveFindings>[1]) => {
    const moved = await moveFindings(knex, changes, day(20));
    expect(await compareCounts(knex)).toEqual([]);
    return moved;
  };

  it('makes one finding of two, as old as the older, with both verdicts', async () => {
    await seed(knex, [trivy, grype]);
    const moved = await move(merge);
    expect(await told(knex)).toEqual([
      {
        problem: CVE,
        state: 'open',
        firstSeen: day(2),
        opened: day(2),
        reported: [CVE, GHSA],
        verdicts: [`grype of ${GHSA}`, `trivy of ${CVE}`],
      },
    ]);
    expect(moved).toEqual({ changes: [], touched: [idOf(CVE)], moved: 1 });
    expect(await finding(CVE)).toMatchObject({
      title: CVE,
      search_text: expect.stringMatching(/ghsa-aaaa.*cve-2099-0001 lodash/),
    });
  });

  it('renames a finding that has nobody to merge with', async () => {
    await seed(knex, [
      { ...grype, severityRank: 4 },
      { ...grype, digest: 'sha256:2', withdrawn: day(5), firstSeen: day(1) },
    ]);
    await set(GHSA, { triage: 'not-affected', reopen_count: 2 });
    await move(merge);
    expect(await told(knex)).toEqual([
      expect.objectContaining({
        problem: CVE,
        state: 'suppressed',
        firstSeen: day(2),
        reported: [GHSA, GHSA],
      }),
    ]);
    expect(await finding(CVE)).toMatchObject({
      title: CVE,
      severity_rank: 4,
      triage: 'not-affected',
      reopen_count: 2,
    });
  });

  it('takes the worst of each, and is no reopening', async () => {
    await seed(
      knex,
      [
        { ...trivy, withdrawn: day(6), severityRank: 2 },
        { ...grype, severityRank: 4 },
      ],
      day(6),
    );
    await set(CVE, {
      state: 'fixed',
      opened_at: day(1),
      fixed_at: day(6),
      reopen_count: 3,
      automatable: false,
      due_at: day(40),
      due_rule: 'late',
    });
    await set(GHSA, {
      reopen_count: 1,
      automatable: true,
      due_at: day(30),
      due_rule: 'soon',
    });
    await knex('subject_counts').delete();
    await knex('subject_counts').insert(
      ['absent 2 0', 'fixed 2 1', 'open 4 1']
        .map(text => text.split(' '))
        .map(([state, severity_rank, total]) => ({
          subject_id: subjectIdOf(),
          stage: 'build',
          state,
          severity_rank,
          total,
          fixable: 0,
        })),
    );
    const { changes } = await move(merge);
    expect(changes).toEqual([]);
    const merged = await finding(CVE);
    expect(merged).toMatchObject({
      state: 'open',
      severity_rank: 4,
      reopen_count: 3,
      reopened_at: null,
      fixed_at: null,
      due_rule: 'soon',
    });
    expect(Boolean(merged.automatable)).toBe(true);
    expect(await told(knex)).toEqual([
      expect.objectContaining({ firstSeen: day(2), opened: day(1) }),
    ]);
  });

  it.each([
    ['not-affected', 'not-affected', 'not-affected', 'suppressed'],
    ['not-affected', 'false-positive', 'not-affected', 'suppressed'],
    ['false-positive', null, null, 'open'],
    [null, 'not-affected', null, 'open'],
    ['affected', 'false-positive', 'affected', 'open'],
    ['not-affected', 'under-investigation', 'under-investigation', 'open'],
    [null, 'affected', 'affected', 'open'],
    ['under-investigation', null, null, 'open'],
  ])(
    'lets the least permissive of %s and %s count: %s',
    async (one, other, triage, state) => {
      await seed(knex, [trivy, grype]);
      await set(CVE, { triage: one });
      await set(GHSA, { triage: other });
      await move(merge);
      expect(await finding(CVE)).toMatchObject({ triage, state });
    },
  );

  it('lets an exception count as far as it applies to the merged finding', async () => {
    await seed(knex, [trivy, grype]);
    const exception = {
      kind: 'accepted',
      status: 'approved',
      finding_id: undefined,
      problem: undefined,
      check_id: undefined,
      scope_kind: 'finding',
      scope_ref: undefined,
      reason: 'r',
      until: 'date',
      expires_at: day(365),
      requested_by: 'user:default/a',
      requested_at: day(1),
      decided_by: 'user:default/b',
      decided_at: day(1),
      decision_comment: undefined,
      ended_at: undefined,
      ended_because: undefined,
      warned_at: undefined,
    };
    await upsertRows(
      knex,
      'exceptions',
      [{ ...exception, id: 'e', finding_id: idOf(GHSA) }],
      { key: ['id'] },
    );
    await set(CVE, { exception_id: 'gone' });
    await move(merge);
    expect(await finding(CVE)).toMatchObject({
      exception_id: 'e',
      state: 'suppressed',
      suppressed_by: 'exception',
    });
    await knex('vulnerability_groups').delete();
    await move(split);
    expect(await finding(GHSA)).toMatchObject({ exception_id: 'e' });
    expect(await finding(CVE)).toMatchObject({
      exception_id: null,
      state: 'open',
    });
  });

  it('parts them again, each with what it was told and when', async () => {
    await seed(knex, [trivy, grype]);
    const before = await told(knex);
    await move(merge);
    const { touched } = await move(split);
    expect(touched.sort()).toEqual([idOf(CVE), idOf(GHSA)].sort());
    expect(await told(knex)).toEqual([
      // What was known of it does not get younger.
      { ...before[0], firstSeen: day(2), opened: day(2) },
      before[1],
    ]);
    expect(await knex('finding_redirects')).toEqual([]);
  });

  it('does not let what is parted off be suppressed by what was said before', async () => {
    await seed(knex, [trivy, { ...grype, problem: CVE }]);
    await set(CVE, { triage: 'false-positive' });
    await move(split);
    expect(await finding(CVE)).toMatchObject({ triage: 'false-positive' });
    expect(await finding(GHSA)).toMatchObject({ triage: null, state: 'open' });
  });

  it('leaves what is over over, and what was never live unlisted', async () => {
    await seed(knex, [
      trivy,
      { ...grype, problem: CVE, withdrawn: day(5) },
      { ...grype, problem: CVE, reported: GO, digest: 'sha256:9', live: false },
    ]);
    await move([...split, { id: GO, before: CVE, after: GO }]);
    expect(
      (await told(knex)).map(({ problem, state }) => [problem, state]),
    ).toEqual([
      [CVE, 'open'],
      [GHSA, 'fixed'],
      [GO, 'absent'],
    ]);
    const { fixed_at } = await finding(GHSA);
    expect(new Date(fixed_at).toISOString()).toBe(day(5));
  });

  it('keeps a verdict where it has evidence, if a source reports both', async () => {
    await seed(knex, [
      { ...grype, problem: CVE },
      { ...grype, problem: CVE, reported: CVE, digest: 'sha256:2' },
    ]);
    await move(split);
    expect(
      (await told(knex)).map(({ problem, reported, verdicts }) => [
        problem,
        reported,
        verdicts,
      ]),
    ).toEqual([
      [CVE, [CVE], [`grype of ${GHSA}`]],
      [GHSA, [GHSA], [`grype of ${GHSA}`]],
    ]);
  });

  it('makes one observation of two that a tool made under both names', async () => {
    const twice = (reported: string, more: Partial<Shown>): Shown => ({
      source: 'grype',
      reported,
      firstSeen: day(4),
      ...more,
    });
    await seed(knex, [
      twice(CVE, { severityRank: 2, lastSeen: day(9), suppressed: true }),
      twice(GHSA, { severityRank: 4, lastSeen: day(8), firstSeen: day(3) }),
      // Of another package: open outweighs withdrawn.
      twice(CVE, { locus: 'npm/x', withdrawn: day(6), severityRank: 5 }),
      twice(GHSA, { locus: 'npm/x', lastSeen: day(5) }),
    ]);
    await move(merge);
    const rows = await knex('observations as o')
      .join('findings as f', 'f.id', 'o.finding_id')
      .orderBy('f.locus')
      .select('o.*', 'f.state', 'f.severity_rank as rank');
    expect(
      rows.map(row => ({
        reported: row.reported_id,
        rank: [row.severity_rank, row.rank],
        suppressed: Boolean(row.suppressed),
        first: new Date(row.first_seen_at).toISOString(),
        last: new Date(row.last_seen_at).toISOString(),
        withdrawn: row.withdrawn_at,
        state: row.state,
      })),
    ).toEqual([
      {
        reported: CVE,
        rank: [4, 4],
        suppressed: false,
        first: day(3),
        last: day(9),
        withdrawn: null,
        state: 'open',
      },
      {
        reported: CVE,
        rank: [3, 3],
        suppressed: false,
        first: day(4),
        last: day(5),
        withdrawn: null,
        state: 'open',
      },
    ]);
  });

  it('takes what people did along, and leads old ids to where they are now', async () => {
    await seed(knex, [
      { ...grype, reported: GO, source: 'osv-scanner' },
      grype,
      trivy,
    ]);
    await knex('trail').insert(
      [GO, GHSA, CVE].map(problem => ({
        id: problem,
        at: day(1),
        actor: 'user:default/a',
        action: 'triage',
        finding_id: idOf(problem),
        data: '{}',
      })),
    );
    await move([{ id: GO, before: GO, after: GHSA }]);
    await move([
      { id: GO, before: GHSA, after: CVE },
      { id: GHSA, before: GHSA, after: CVE },
    ]);
    expect(
      await knex('finding_redirects')
        .orderBy('old_id')
        .select('old_id', 'finding_id'),
    ).toEqual(
      [idOf(GO), idOf(GHSA)]
        .sort()
        .map(old_id => ({ old_id, finding_id: idOf(CVE) })),
    );
    expect(await knex('trail').distinct('finding_id')).toEqual([
      { finding_id: idOf(CVE) },
    ]);
    expect(await told(knex)).toHaveLength(1);
  });

  it('moves a finding of which no evidence is kept by its own name', async () => {
    await seed(knex, [grype]);
    await knex('observations').delete();
    await move(merge);
    expect(await told(knex)).toEqual([
      expect.objectContaining({
        problem: CVE,
        reported: [],
        verdicts: [`grype of ${GHSA}`],
      }),
    ]);
  });

  it('lets findings swap evidence in one go', async () => {
    const other = 'CVE-2099-0002';
    await seed(knex, [
      trivy,
      { ...grype, problem: CVE },
      { ...trivy, reported: other },
      { ...grype, problem: other, reported: GO, source: 'osv-scanner' },
    ]);
    await move([
      { id: GHSA, before: CVE, after: other },
      { id: GO, before: other, after: CVE },
    ]);
    expect(
      (await told(knex)).map(({ problem, reported, verdicts }) => [
        problem,
        reported,
        verdicts,
      ]),
    ).toEqual([
      [CVE, [CVE, GO], [`osv-scanner of ${GO}`, `trivy of ${CVE}`]],
      [other, [other, GHSA], [`grype of ${GHSA}`, `trivy of ${other}`]],
    ]);
  });

  it('leaves alone what a change does not speak of', async () => {
    await seed(knex, [trivy, { ...grype, image: 'ghcr.io/acme/cart' }]);
    const before = await told(knex);
    expect(
      await move([{ id: 'GHSA-other', before: 'GHSA-other', after: CVE }]),
    ).toEqual({ changes: [], touched: [], moved: 0 });
    expect(await move([])).toEqual({ changes: [], touched: [], moved: 0 });
    expect(await told(knex)).toEqual(before);
  });

  it('takes as many statements for 5,000 findings as for 5', async () => {
    const images = (count: number) =>
      Array.from({ length: count }, (_, n) => `ghcr.io/acme/${n}`);
    const statements = async (count: number) => {
      await seed(
        knex,
        images(count).flatMap(image => [
          { ...trivy, image },
          { ...grype, image },
        ]),
      );
      const seen: string[] = [];
      const listen = ({ sql }: { sql: string }) => seen.push(sql);
      knex.on('query', listen);
      await moveFindings(knex, merge, day(20));
      knex.removeListener('query', listen);
      return seen.map(sql => sql.slice(0, 60));
    };
    const few = await statements(5);
    expect(await told(knex)).toHaveLength(5);
    await empty(knex);
    const many = await statements(5000);
    expect(many).toEqual(few);
    expect(await compareCounts(knex)).toEqual([]);
    const [merged] = await knex('observations')
      .countDistinct({ findings: 'finding_id' })
      .count({ rows: '*' });
    expect([Number(merged.findings), Number(merged.rows)]).toEqual([
      5000, 10_000,
    ]);
  });
});
