export { OwnerCard, type OwnerCardProps } from './OwnerCard';
export { OwnerName } from './OwnerName';
export { OwnerProblem } from './OwnerProblem';
