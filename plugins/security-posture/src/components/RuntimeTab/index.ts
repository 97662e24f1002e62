export { RuntimeTab, type RuntimeTabProps } from './RuntimeTab';
