export { ActionsCard, type ActionsCardProps } from './ActionsCard';
