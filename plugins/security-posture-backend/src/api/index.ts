export { createRouter } from './createRouter';
export { defaultIntakeLimits, Intake, type IntakeLimits } from './Intake';
