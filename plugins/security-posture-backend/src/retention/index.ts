export { retain } from './retain';
export {
  defaultLifeCycleRules,
  defaultRetentionRules,
  type LifeCycleRules,
  type RetentionRules,
} from './rules';
export { scheduleRetention } from './scheduleRetention';
export { sweep } from './sweep';
