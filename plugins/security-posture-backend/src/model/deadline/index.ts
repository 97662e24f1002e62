export { exploitabilityOf, worstExploitability } from './cvssVector';
export type { Exploitability } from './cvssVector';
export { deadlineOf, type Deadline, type DeadlineFacts } from './deadlineOf';
export {
  deadlineSeverities,
  deadlineStarts,
  deadlineTables,
  defaultDeadlineRules,
  type DeadlineRules,
} from './rules';
export { slaStateOf } from './slaState';
