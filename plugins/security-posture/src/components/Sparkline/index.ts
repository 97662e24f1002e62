export { Sparkline, type SparklineProps } from './Sparkline';
export type { DayValue } from './strokesOf';
