import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

/** `securityPosture.intel` of the configuration. */
export interface IntelConfig {
  /** Catalogues of known exploited vulnerabilities: addresses or files. */
  kev: string[];
  /** Files of EPSS scores: addresses or files. */
  epss: string[];
  schedule: SchedulerServiceTaskScheduleDefinition;
}

export const defaultIntelSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 12 },
  timeout: { minutes: 30 },
  initialDelay: { seconds: 30 },
};

/** Bytes of a feed at most, after inflation; both are far smaller. */
export const maxFeedBytes = { kev: 50 * 1024 * 1024, epss: 200 * 1024 * 1024 };
