import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { DeadlineRules } from '../model/deadline';
import { retain } from './retain';
import type { LifeCycleRules, RetentionRules } from './rules';
import { sweep } from './sweep';

export interface RetentionTasksOptions {
  knex: Knex;
  scheduler: SchedulerService;
  logger: LoggerService;
  lifeCycle: LifeCycleRules;
  retention: RetentionRules;
  deadlines: DeadlineRules;
}

/** Sweeps every ten minutes, and deletes what is old every day; one replica at a time. */
export async function scheduleRetention(
  options: RetentionTasksOptions,
): Promise<void> {
  const { knex, scheduler, logger, lifeCycle, retention, deadlines } = options;
  await scheduler.scheduleTask({
    id: 'security-posture-sweep',
    scope: 'global',
    frequency: { minutes: 10 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 2 },
    fn: async signal => {
      const swept = await sweep({
        knex,
        rules: lifeCycle,
        deadlines,
        now: new Date(),
        signal,
      });
      logger.debug('Swept what nobody reports any more', { ...swept });
    },
  });
  await scheduler.scheduleTask({
    id: 'security-posture-retention',
    scope: 'global',
    frequency: { days: 1 },
    timeout: { hours: 2 },
    initialDelay: { minutes: 10 },
    fn: async signal => {
      const deleted = await retain({
        knex,
        rules: retention,
        now: new Date(),
        signal,
      });
      logger.info('Deleted what was kept for long enough', deleted);
    },
  });
}
