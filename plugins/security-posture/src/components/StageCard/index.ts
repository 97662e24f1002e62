export { StageCard, type StageCardProps } from './StageCard';
