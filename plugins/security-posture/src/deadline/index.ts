export { overdueBy } from './overdueBy';
export { readDueRule, type DueFact, type DueRule } from './readDueRule';
