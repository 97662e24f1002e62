export { StageLane, laneColumns, type StageLaneProps } from './StageLane';
