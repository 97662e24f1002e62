export { FindingState } from './FindingState';
