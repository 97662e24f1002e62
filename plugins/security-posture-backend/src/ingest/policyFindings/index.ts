export { passesOf, type ControlPass } from './passesOf';
export { policyFindings, type PolicyFinding } from './policyFindings';
