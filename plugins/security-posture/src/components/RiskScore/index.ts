export { RiskScore, type RiskScoreProps } from './RiskScore';
