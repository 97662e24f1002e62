import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { AssessmentService } from '../posture';
import { recordDay } from './recordDay';
import { recordRisks } from './recordRisks';

export interface HistoryTaskOptions {
  knex: Knex;
  assessments: AssessmentService;
  scheduler: SchedulerService;
  logger: LoggerService;
}

/** Takes a snapshot every hour; one replica at a time. */
export async function scheduleHistory(
  options: HistoryTaskOptions,
): Promise<void> {
  const { knex, assessments, scheduler, logger } = options;
  await scheduler.scheduleTask({
    id: 'security-posture-history',
    scope: 'global',
    // Late in the hour, so that the last snapshot of a day has nearly all of it.
    frequency: { cron: '59 * * * *' },
    timeout: { minutes: 15 },
    initialDelay: { minutes: 3 },
    fn: async () => {
      const now = new Date();
      await recordDay(knex, now);
      const components = await recordRisks(knex, assessments, now);
      logger.debug('Took the snapshot of today', { components });
    },
  });
}
