import type { Knex } from 'knex';
import { defaultDeadlineRules } from '../model/deadline';
import { applyMigrations } from '../store/migrations';
import { compareCounts } from '../store/readModels/compareCounts';
import { databases, initDatabase } from '../tests/__testUtils__/scenario';
import {
  day,
  empty,
  idOf,
  seed,
  seedSubject,
  states,
  subjectIdOf,
  type Shown,
} from './__testUtils__/seed';
import { defaultLifeCycleRules } from './rules';
import { sweep } from './sweep';

jest.setTimeout(120_000);

describe.each(databases.eachSupportedId())('sweep, %p', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await initDatabase(databaseId);
    await applyMigrations(knex);
  });

  afterEach(async () => {
    const differences = await compareCounts(knex);
    await empty(knex);
    if (differences.length > 0) throw new Error('The counts are not right');
  });

  const sweepOn = (n: number, chunk?: number) =>
    sweep({
      knex,
      rules: defaultLifeCycleRules,
      deadlines: defaultDeadlineRules,
      now: new Date(day(n)),
      chunk,
    });

  it('makes stale what nobody reported again for as long as its stage allows', async () => {
    const shown = (problem: string, parts: Partial<Shown>): Shown => ({
      subject: problem,
      problem,
      firstSeen: day(1),
      ...parts,
    });
    await seed(
      knex,
      shown('build', { stage: 'build' }),
      shown('deploy', { stage: 'deploy', kind: 'misconfiguration' }),
      shown('runtime', { stage: 'runtime', kind: 'misconfiguration' }),
      shown('reported', { stage: 'deploy', lastSeen: day(10) }),
      shown('suppressed', { finding: { triage: 'false-positive' } }),
    );
    expect(await sweepOn(15)).toEqual({ stale: 0, fixed: 0, workloads: 0 });
    expect(await sweepOn(16)).toMatchObject({ stale: 2 });
    expect(await states(knex)).toEqual({
      build: 'open',
      deploy: 'stale',
      runtime: 'stale',
      reported: 'open',
      suppressed: 'suppressed',
    });
    expect(await sweepOn(32)).toMatchObject({ stale: 2 });
    expect(await states(knex)).toMatchObject({
      build: 'stale',
      reported: 'stale',
      suppressed: 'suppressed',
    });
    // Neither fixed nor opened anew: it is as old as it was.
    const [{ opened_at, fixed_at, reopen_count }] = await knex(
      'findings',
    ).where({
      problem: 'build',
    });
    expect(new Date(opened_at).toISOString()).toBe(day(1));
    expect([fixed_at, reopen_count]).toEqual([null, 0]);
  });

  it('keeps what another tool still reports', async () => {
    const shown = { subject: 'shop', problem: 'CVE-1', firstSeen: day(1) };
    await seed(knex, shown, { ...shown, source: 'grype', lastSeen: day(40) });
    await sweepOn(45);
    expect(await states(knex)).toEqual({ 'CVE-1': 'open' });
    await sweepOn(80);
    expect(await states(knex)).toEqual({ 'CVE-1': 'stale' });
  });

  it('lets an alert rest after a quiet week, and closes it after a quiet month', async () => {
    const alert = (problem: string, lastSeen: string): Shown => ({
      subject: 'shop',
      problem,
      kind: 'alert',
      stage: 'runtime',
      closesBy: 'quiet',
      firstSeen: day(1),
      lastSeen,
    });
    const accepted = {
      ...alert('accepted', day(1)),
      finding: { exception_id: 'e' },
    };
    await seed(knex, alert('shell', day(1)), alert('mount', day(5)), accepted);
    await knex('exceptions').insert({
      id: 'e',
      kind: 'accepted',
      status: 'approved',
      finding_id: idOf(accepted),
      scope_kind: 'finding',
      reason: 'known',
      until: 'date',
      expires_at: day(300),
      requested_by: 'user:default/a',
      requested_at: day(1),
    });
    await sweepOn(9);
    expect(await states(knex)).toEqual({
      shell: 'stale',
      mount: 'open',
      accepted: 'suppressed',
    });
    await sweepOn(32);
    expect(await states(knex)).toEqual({
      shell: 'fixed',
      mount: 'stale',
      accepted: 'fixed',
    });
    const [{ fixed_at }] = await knex('findings').where({ problem: 'shell' });
    expect(new Date(fixed_at).toISOString()).toBe(day(32));
    expect(await knex('exceptions').select('status', 'ended_because')).toEqual([
      { status: 'ended', ended_because: 'fixed' },
    ]);
    expect(await sweepOn(32)).toEqual({ stale: 0, fixed: 0, workloads: 0 });
  });

  it('takes a workload that nothing speaks of to run no more', async () => {
    await seedSubject(knex, 'gone', { kind: 'workload', lastSeen: day(1) });
    await seedSubject(knex, 'runs', { kind: 'workload', lastSeen: day(10) });
    const shown = (subject: string): Shown => ({
      subject,
      problem: `CVE of ${subject}`,
      digest: 'sha256:a',
      firstSeen: day(1),
    });
    await seed(knex, shown('shop'), shown('cart'));
    for (const [workload, image] of [
      ['gone', 'shop'],
      ['gone', 'cart'],
      ['runs', 'cart'],
    ]) {
      await knex('workload_images').insert({
        workload_id: subjectIdOf(workload),
        image_id: subjectIdOf(image),
        digest: 'sha256:a',
        last_seen_at: day(1),
      });
    }
    for (const image of ['shop', 'cart']) {
      await knex('artifacts').insert({
        subject_id: subjectIdOf(image),
        digest: 'sha256:a',
        built: false,
        running: true,
        first_seen_at: day(1),
        last_seen_at: day(1),
      });
    }
    expect(await sweepOn(15)).toMatchObject({ workloads: 0 });
    expect(await sweepOn(16)).toMatchObject({ workloads: 1, fixed: 1 });
    expect(await states(knex)).toEqual({
      'CVE of shop': 'fixed',
      'CVE of cart': 'open',
    });
    expect(
      await knex('workload_images').select('workload_id', 'image_id'),
    ).toEqual([
      { workload_id: subjectIdOf('runs'), image_id: subjectIdOf('cart') },
    ]);
  });

  it('goes on until all is swept, however small the chunks are', async () => {
    const shown = Array.from({ length: 25 }, (_, n): Shown[] => [
      { subject: `image ${n % 3}`, problem: `CVE-${n}`, firstSeen: day(1) },
      {
        subject: `workload ${n % 3}`,
        problem: `alert ${n}`,
        kind: 'alert',
        stage: 'runtime',
        closesBy: 'quiet',
        firstSeen: day(1),
      },
    ]).flat();
    await seed(knex, ...shown);
    const swept = await sweepOn(40, 4);
    expect(swept).toEqual({ stale: 25, fixed: 25, workloads: 0 });
  });
});
