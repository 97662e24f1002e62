export { assessRisk, weightOfCheck } from './assessRisk';
export { coverageOf, type Coverage } from './coverage';
export { rankOfGrade } from './grade';
export { type Burden, rounded, scoreOf } from './hazard';
export { hasFailed, type WeightOf } from './judgedFindings';
export {
  type RiskModel,
  riskModel,
  riskOf,
  type RiskTerm,
  withoutTerm,
} from './riskModel';
