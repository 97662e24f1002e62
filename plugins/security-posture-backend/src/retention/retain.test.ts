import type { Knex } from 'knex';
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
import { retain } from './retain';
import { defaultRetentionRules } from './rules';

jest.setTimeout(120_000);

describe.each(databases.eachSupportedId())('retain, %p', databaseId => {
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

  const retainOn = (n: number, chunk?: number) =>
    retain({
      knex,
      rules: defaultRetentionRules,
      now: new Date(day(n)),
      chunk,
    });

  const shown = (problem: string, parts: Partial<Shown> = {}): Shown => ({
    subject: 'shop',
    problem,
    firstSeen: day(1),
    ...parts,
  });

  const fixed = (problem: string, on: string, parts: Partial<Shown> = {}) =>
    shown(problem, {
      withdrawn: on,
      finding: { state: 'fixed', opened_at: day(1), fixed_at: on },
      ...parts,
    });

  it('deletes findings long after they were fixed, and nothing that is not', async () => {
    const long = fixed('long ago', day(2));
    await seed(
      knex,
      long,
      fixed('lately', day(3)),
      shown('open'),
      shown('suppressed', { finding: { triage: 'not-affected' } }),
    );
    await knex('verdicts').insert({
      finding_id: idOf(long),
      source: 'trivy',
      tool_name: 'Trivy',
      content_hash: 'h',
      details: '{}',
      changed_at: day(1),
    });
    expect(await retainOn(367)).toEqual({});
    expect(await retainOn(368)).toEqual({ findings: 1 });
    expect(Object.keys(await states(knex))).toEqual([
      'lately',
      'open',
      'suppressed',
    ]);
    expect(await knex('verdicts')).toEqual([]);
    await retainOn(10_000);
    expect(Object.keys(await states(knex))).toEqual(['open', 'suppressed']);
  });

  it('deletes an alert that is over sooner', async () => {
    const alert = (problem: string, of: (p: string) => Shown) => ({
      ...of(problem),
      kind: 'alert',
    });
    const [over, open] = [
      alert('over', problem => fixed(problem, day(40))),
      alert('open', shown),
    ];
    await seed(knex, over, open);
    for (const finding of [over, open]) {
      await knex('alerts').insert({
        id: idOf(finding),
        source: 'falco',
        rule: finding.problem,
        message: 'm',
        tags: '[]',
        occurrences: '[]',
        count: 1,
        first_seen_at: day(1),
        last_seen_at: day(10),
      });
    }
    expect(await retainOn(100)).toEqual({});
    expect(await retainOn(101)).toEqual({ findings: 1 });
    expect(await knex('alerts').select('rule')).toEqual([{ rule: 'open' }]);
  });

  it('deletes what is known of artifacts that are history', async () => {
    const past = { digest: 'sha256:old', live: false };
    const judged = { ...past, finding: { triage: 'false-positive' } };
    await seed(
      knex,
      shown('of the past', past),
      shown('of the past and judged', judged),
      shown('of today', { digest: 'sha256:new' }),
    );
    // Seen in both: the old evidence goes, the finding stays.
    await seed(
      knex,
      shown('of both', past),
      shown('of both', { digest: 'sha256:new' }),
    );
    const subject_id = subjectIdOf('shop');
    for (const [digest, built] of [
      ['sha256:old', false],
      ['sha256:new', true],
    ] as const) {
      const seen = { first_seen_at: day(1), last_seen_at: day(1) };
      await knex('artifacts').insert({
        subject_id,
        digest,
        built,
        running: false,
        ...seen,
      });
      await knex('inventories').insert({
        id: digest,
        subject_id,
        digest,
        source: 'trivy',
        report_id: 'r',
        content_hash: 'h',
        total: 3,
        listed_at: day(1),
      });
      for (const position of [0, 1, 2]) {
        await knex('packages').insert({
          inventory_id: digest,
          position,
          package_key: 'npm/a',
          name: 'a',
          licences: '[]',
        });
      }
      await knex('attestations').insert({
        id: digest,
        subject_id,
        digest,
        predicate_type: 'p',
        verified: true,
        received_at: day(1),
      });
      for (const source of ['trivy', 'grype']) {
        await knex('image_settings').insert({
          subject_id,
          digest,
          source,
          report_id: 'r',
          settings: '{}',
          told_at: day(1),
        });
      }
    }
    expect(await retainOn(31)).toEqual({});
    expect(await retainOn(32, 2)).toEqual({
      observations: 3,
      scopes: 1,
      packages: 3,
      inventories: 1,
      attestations: 1,
      image_settings: 2,
      artifacts: 1,
      findings: 1,
    });
    expect(await states(knex)).toEqual({
      'of both': 'open',
      'of the past and judged': 'absent',
      'of today': 'open',
    });
    const left = await knex('inventories').select('digest');
    expect(left).toEqual([{ digest: 'sha256:new' }]);
    expect(await knex('image_settings').distinct('digest')).toEqual(left);
    expect(await knex('packages')).toHaveLength(3);
    await retainOn(400);
    expect(Object.keys(await states(knex))).toEqual(['of both', 'of today']);
  });

  it('deletes what is kept by time alone, in as many steps as it takes', async () => {
    await seedSubject(knex, 'shop');
    const subject_id = subjectIdOf('shop');
    const scope = (id: string, last_report_at: string) =>
      knex('scopes').insert({
        id,
        source: 'kyverno',
        tool_name: 'Kyverno',
        kind: 'decision',
        subject_id,
        digest: '',
        live: true,
        closes_by: 'absence',
        last_report_at,
        last_report_id: 'r',
      });
    await scope('reported', day(200));
    await scope('silent', day(1));
    const decision = (id: string, parts: object) =>
      knex('decisions').insert({
        id,
        subject_id,
        report_id: 'r',
        engine: 'kyverno',
        policy: 'p',
        action: 'deny',
        severity_rank: 4,
        search_text: '',
        count: 1,
        first_seen_at: day(1),
        last_seen_at: day(1),
        ...parts,
      });
    await decision('event', {});
    await decision('still said', { scope_id: 'reported' });
    await decision('said no more', {
      scope_id: 'reported',
      withdrawn_at: day(2),
    });
    await decision('of a silent engine', { scope_id: 'silent' });
    await decision('late', { last_seen_at: day(150) });
    for (const n of [1, 2, 3, 200]) {
      await knex('reports').insert({
        id: `${n}`,
        body_hash: `${n}`,
        position: 0,
        format: 'trivy',
        stage: 'build',
        tool_name: 'Trivy',
        subject_id,
        received_at: day(n),
        complete: true,
        sender: 's',
        receipt: '{}',
      });
      await knex('component_days').insert({
        entity_ref: 'component:default/shop',
        day: day(n).slice(0, 10),
        counts: '{}',
        new_findings: 0,
        fixed_findings: 0,
        reopened_findings: 0,
        sla_due: 0,
        sla_breached: 0,
        sla_met: 0,
      });
      await knex('trail').insert({
        id: `${n}`,
        at: day(n),
        actor: 'user:default/a',
        action: 'triaged',
        data: '{}',
      });
    }
    expect(await retainOn(201, 1)).toEqual({ reports: 3, decisions: 3 });
    const kept = await knex('decisions').orderBy('id').select('id');
    expect(kept.map(({ id }) => id)).toEqual(['late', 'still said']);
    expect(await knex('trail')).toHaveLength(4);
    expect(await retainOn(734, 2)).toMatchObject({
      trail: 3,
      component_days: 3,
    });
    expect(await knex('component_days').select('day')).toEqual([
      { day: day(200).slice(0, 10) },
    ]);
  });

  it('stops between two steps when it is told to', async () => {
    await seed(knex, fixed('a', day(2)), fixed('b', day(2)));
    const controller = new AbortController();
    const listen = ({ sql }: { sql: string }) => {
      if (/delete from .findings/.test(sql)) controller.abort();
    };
    knex.on('query', listen);
    const deleted = await retain({
      knex,
      rules: defaultRetentionRules,
      now: new Date(day(900)),
      // As many rows as one finding has.
      chunk: 5,
      signal: controller.signal,
    });
    knex.removeListener('query', listen);
    expect(deleted).toEqual({ findings: 1 });
    expect(Object.keys(await states(knex))).toHaveLength(1);
  });
});
