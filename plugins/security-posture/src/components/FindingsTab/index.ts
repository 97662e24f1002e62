export { FindingsTab, type FindingsTabProps } from './FindingsTab';
