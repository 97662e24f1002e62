import type { Grade } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import {
  checkContext,
  componentFacts,
} from '../evaluation/__testUtils__/facts';
import { assess, type Assessment } from '../posture';
import { empty } from '../retention/__testUtils__/seed';
import { upsertRows } from '../store/bulk';
import { applyMigrations } from '../store/migrations';
import type { Row } from '../store/tables';
import { databases, initDatabase } from '../tests/__testUtils__/scenario';
import { recordRisks } from './recordRisks';

jest.setTimeout(120_000);

const today = '2026-11-20';
const now = new Date(`${today}T13:00:00.000Z`);

/** What an assessment came to. */
interface Outcome {
  score?: number;
  grade: Grade;
  coverage: number;
}

/** Judges everything as the test says, and tells what it was asked for. */
function judgeAs(outcomeOf: (entityRef: string) => Outcome) {
  const asked: string[][] = [];
  return {
    asked,
    async *assessAll(entityRefs: string[]): AsyncGenerator<Assessment> {
      asked.push(entityRefs);
      for (const entityRef of entityRefs) {
        const facts = componentFacts({ component: { entityRef, tags: [] } });
        const assessment = assess(facts, checkContext());
        const risk = { ...assessment.risk, score: undefined };
        yield { ...assessment, risk: { ...risk, ...outcomeOf(entityRef) } };
      }
    },
  };
}

describe.each(databases.eachSupportedId())('recordRisks, %p', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await initDatabase(id);
    await applyMigrations(knex);
  });

  afterEach(async () => {
    await empty(knex);
    await knex('component_days').delete();
  });

  const snapshot = (
    entityRef: string,
    day: string,
    parts: Partial<Row<'component_days'>> = {},
  ) => ({
    entity_ref: entityRef,
    day,
    counts: '{}',
    new_findings: 0,
    fixed_findings: 0,
    reopened_findings: 0,
    sla_due: 0,
    sla_breached: 0,
    sla_met: 0,
    mean_hours_to_fix: undefined,
    risk: undefined,
    grade: undefined,
    coverage: undefined,
    ...parts,
  });

  const days = () =>
    knex('component_days')
      .orderBy(['entity_ref', 'day'])
      .select('entity_ref', 'day', 'risk', 'grade', 'coverage');

  it('adds risk, grade and coverage to the snapshots of today alone', async () => {
    await knex('component_days').insert([
      snapshot('component:default/a', today),
      snapshot('component:default/a', '2026-11-19', {
        risk: 70,
        grade: 'F',
        coverage: 0.5,
      }),
      snapshot('component:default/b', '2026-11-19'),
    ]);
    const judging = judgeAs(() => ({ score: 12.5, grade: 'B', coverage: 0.8 }));
    expect(await recordRisks(knex, judging, now)).toBe(1);
    expect(judging.asked).toEqual([['component:default/a']]);
    expect(await days()).toEqual([
      {
        entity_ref: 'component:default/a',
        day: '2026-11-19',
        risk: 70,
        grade: 'F',
        coverage: 0.5,
      },
      {
        entity_ref: 'component:default/a',
        day: today,
        risk: 12.5,
        grade: 'B',
        coverage: 0.8,
      },
      {
        entity_ref: 'component:default/b',
        day: '2026-11-19',
        risk: null,
        grade: null,
        coverage: null,
      },
    ]);
  });

  it('keeps an unknown risk unknown, also where an earlier hour knew it', async () => {
    await knex('component_days').insert(
      snapshot('component:default/a', today, {
        risk: 40,
        grade: 'D',
        coverage: 0.7,
      }),
    );
    await recordRisks(
      knex,
      judgeAs(() => ({ grade: '?', coverage: 0 })),
      now,
    );
    expect(await days()).toMatchObject([
      { risk: null, grade: '?', coverage: 0 },
    ]);
  });

  it('stores all of more components than fit in one statement', async () => {
    const refs = Array.from(
      { length: 501 },
      (_, index) => `component:default/c${String(index).padStart(3, '0')}`,
    );
    await upsertRows(
      knex,
      'component_days',
      refs.map(ref => snapshot(ref, today)),
      { key: ['entity_ref', 'day'] },
    );
    const judging = judgeAs(ref => ({
      score: Number(ref.slice(-3)) / 10,
      grade: 'A',
      coverage: 1,
    }));
    expect(await recordRisks(knex, judging, now)).toBe(501);
    expect((await days()).map(({ risk }: { risk: number }) => risk)).toEqual(
      refs.map((_, index) => index / 10),
    );
  });
});
