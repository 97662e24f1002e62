export {
  ANNOTATION_BREAK_GLASS,
  defaultAdmissionRules,
  type AdmissionRules,
  type Policy,
} from './Policy';
export { isExempt } from './isExempt';
export { readPolicy } from './readPolicy';
export { PolicySimulation, simulate, type SimulationOptions } from './simulate';
export {
  exportPolicy,
  policyFormats,
  type PolicyFormat,
} from './export/exportPolicy';
