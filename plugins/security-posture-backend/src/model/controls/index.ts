export { controlById, controls, remediationOf } from './controls';
export { controlOf, type ReportedControl } from './controlOf';
export { controlOfCheck, problemsOf, problemsOfCheck } from './problemsOf';
export type { Control } from './schema';
