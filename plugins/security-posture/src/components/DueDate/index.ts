export { DueDate, type DueDateProps } from './DueDate';
export { DueRule } from './DueRule';
