import type { SchedulerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { IntelConfig } from './feeds';
import { IntelRefresh, type IntelRefreshOptions } from './IntelRefresh';

const id = 'security-posture-intel';

/**
 * Reads the feeds of the configuration at every start and by its schedule, on one
 * replica at a time.
 */
export async function scheduleIntel({
  scheduler,
  intel,
  ...options
}: Omit<IntelRefreshOptions, 'feeds'> & {
  scheduler: SchedulerService;
  intel: IntelConfig;
}): Promise<void> {
  const refresh = IntelRefresh.create({ ...options, feeds: intel });
  await scheduler.scheduleTask({
    ...intel.schedule,
    id,
    scope: 'global',
    fn: async signal => {
      const changes = await refresh.run(new Date(), signal);
      options.logger.info('Feeds of exploitation read', { ...changes });
    },
  });
  // When a task is due next outlives a restart, but feeds and rules may be others now.
  await scheduler.triggerTask(id).catch(error => {
    if (!(error instanceof ConflictError)) throw error;
  });
}
