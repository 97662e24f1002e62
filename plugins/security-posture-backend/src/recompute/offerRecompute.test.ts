import { mockServices } from '@backstage/backend-test-utils';
import { defaultDeadlineRules } from '../model/deadline';
import { compareCounts } from '../store/readModels/compareCounts';
import { trivyScan } from '../tests/__testUtils__/reports';
import { databases, initDatabase } from '../tests/__testUtils__/scenario';
import { createWorld } from '../tests/__testUtils__/world';
import { offerRecompute } from './offerRecompute';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'the task that recomputes, %p',
  databaseId => {
    it('runs when it is triggered, and logs what differed', async () => {
      const knex = await initDatabase(databaseId);
      const world = await createWorld(knex);
      world.at('2026-11-20T12:00:00.000Z');
      await world.send(trivyScan([{ id: 'CVE-2026-0001', pkg: 'zlib' }]));
      const scheduler = mockServices.scheduler();
      const scheduled = jest.spyOn(scheduler, 'scheduleTask');
      const logger = mockServices.logger.mock();
      await offerRecompute({
        knex,
        scheduler,
        logger,
        deadlines: defaultDeadlineRules,
      });
      expect(scheduled).toHaveBeenCalledWith(
        expect.objectContaining({
          id: 'security-posture-recompute',
          scope: 'global',
          frequency: { trigger: 'manual' },
        }),
      );

      await knex('subject_counts').update({ total: 30 });
      expect(await compareCounts(knex)).toHaveLength(1);
      await scheduler.triggerTask('security-posture-recompute');
      expect(await compareCounts(knex)).toEqual([]);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('differed'),
        expect.objectContaining({ counts: 1, findings: 0, moved: 0 }),
      );

      await scheduler.triggerTask('security-posture-recompute');
      expect(logger.warn).toHaveBeenCalledTimes(1);
      expect(logger.info).toHaveBeenCalledWith(
        expect.stringContaining('nothing differed'),
      );
    });
  },
);
