import type { Knex } from 'knex';
import {
  day,
  seed,
  subjectIdOf,
  type Shown,
} from '../../retention/__testUtils__/seed';
import { databases, initDatabase } from '../../tests/__testUtils__/scenario';
import { applyMigrations } from '../migrations';
import { compareCounts } from '../readModels/compareCounts';
import { recomputeCounts } from './recomputeCounts';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'recomputeCounts, %p',
  databaseId => {
    it('makes counts equal to the findings, and the comparison says where they are not', async () => {
      const knex: Knex = await initDatabase(databaseId);
      await applyMigrations(knex);
      const shown = (subject: string, n: number): Shown => ({
        subject,
        problem: `CVE-${n}`,
        firstSeen: day(1),
        severityRank: 3 + (n % 2),
        fixable: n % 3 === 0,
        finding: n === 5 ? { triage: 'false-positive' } : {},
      });
      await seed(
        knex,
        ...[0, 1, 2, 3, 4, 5].flatMap(n => [
          shown('shop', n),
          shown('cart', n),
        ]),
      );
      const right = () =>
        knex('subject_counts')
          .where('total', '>', 0)
          .orderBy(['subject_id', 'state', 'severity_rank'])
          .then(rows => rows.map(row => ({ ...row })));
      const before = await right();
      expect(before).toHaveLength(6);
      expect(await compareCounts(knex)).toEqual([]);

      const shop = { subject_id: subjectIdOf('shop') };
      await knex('subject_counts')
        .where({ ...shop, state: 'open', severity_rank: 3 })
        .update({ total: 30 });
      await knex('subject_counts')
        .where({ ...shop, state: 'suppressed' })
        .delete();
      await knex('subject_counts').insert({
        ...shop,
        stage: 'build',
        state: 'stale',
        severity_rank: 5,
        total: 7,
        fixable: 1,
      });
      // Nothing counted is as good as no count.
      await knex('subject_counts').insert({
        ...shop,
        stage: 'build',
        state: 'absent',
        severity_rank: 5,
        total: 0,
        fixable: 0,
      });
      const key = { subjectId: subjectIdOf('shop'), stage: 'build' };
      expect(await compareCounts(knex)).toEqual([
        {
          ...key,
          state: 'open',
          severityRank: 3,
          stored: { total: 30, fixable: 1 },
          counted: { total: 3, fixable: 1 },
        },
        {
          ...key,
          state: 'stale',
          severityRank: 5,
          stored: { total: 7, fixable: 1 },
          counted: { total: 0, fixable: 0 },
        },
        {
          ...key,
          state: 'suppressed',
          severityRank: 4,
          stored: { total: 0, fixable: 0 },
          counted: { total: 1, fixable: 0 },
        },
      ]);

      await recomputeCounts(knex, [subjectIdOf('cart')]);
      expect(await compareCounts(knex)).toHaveLength(3);
      await recomputeCounts(knex, [subjectIdOf('shop')]);
      expect(await right()).toEqual(before);
      await knex('subject_counts').delete();
      await recomputeCounts(knex);
      expect(await right()).toEqual(before);
    });
  },
);
