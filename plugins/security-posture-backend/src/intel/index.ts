export { defaultIntelSchedule, type IntelConfig } from './feeds';
export { followExposure } from './followExposure';
export { intelOf, type IntelReport } from './intelOf';
export { isAddress } from './openFeed';
export { learnIntel } from './learnIntel';
export { recomputeDeadlines } from './recomputeDeadlines';
export { scheduleIntel } from './scheduleIntel';
