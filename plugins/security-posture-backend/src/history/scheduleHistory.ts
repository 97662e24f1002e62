import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { recordDay } from './recordDay';

export interface HistoryTaskOptions {
  knex: Knex;
  scheduler: SchedulerService;
  logger: LoggerService;
}

/** Takes a snapshot every hour; one replica at a time. */
export async function scheduleHistory(
  options: HistoryTaskOptions,
): Promise<void> {
  const { knex, scheduler, logger } = options;
  await scheduler.scheduleTask({
    id: 'security-posture-history',
    scope: 'global',
    // Late in the hour, so that the last snapshot of a day has nearly all of it.
    frequency: { cron: '59 * * * *' },
    timeout: { minutes: 15 },
    initialDelay: { minutes: 3 },
    fn: async () => {
      await recordDay(knex, new Date());
      logger.debug('Took the snapshot of today');
    },
  });
}
