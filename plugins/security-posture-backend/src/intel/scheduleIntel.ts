import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { IntelConfig } from './feeds';
import { IntelRefresh, type IntelRefreshOptions } from './IntelRefresh';

/** Reads the feeds of the configuration by its schedule, on one replica at a time. */
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
    id: 'security-posture-intel',
    scope: 'global',
    fn: async signal => {
      const changes = await refresh.run(new Date(), signal);
      options.logger.info('Feeds of exploitation read', { ...changes });
    },
  });
}
