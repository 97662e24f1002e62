import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { DeadlineRules } from '../model/deadline';
import { recompute } from './recompute';

export interface RecomputeTaskOptions {
  knex: Knex;
  scheduler: SchedulerService;
  logger: LoggerService;
  deadlines: DeadlineRules;
}

/** Lets operators recompute all that is derived, by triggering a task that never runs by itself. */
export async function offerRecompute(
  options: RecomputeTaskOptions,
): Promise<void> {
  const { knex, scheduler, logger, deadlines } = options;
  await scheduler.scheduleTask({
    id: 'security-posture-recompute',
    scope: 'global',
    frequency: { trigger: 'manual' },
    timeout: { hours: 6 },
    fn: async signal => {
      const found = await recompute({
        knex,
        deadlines,
        now: new Date(),
        signal,
      });
      const total = Object.values(found).reduce((sum, count) => sum + count, 0);
      if (total > 0) logger.warn('Recomputed; this differed', { ...found });
      else logger.info('Recomputed; nothing differed');
    },
  });
}
