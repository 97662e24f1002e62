export { checks } from './checks';
export type { Check, CheckContext, Judgement } from './Check';
export { enforce, type Ruling } from './enforce';
export { judgeChecks } from './judgeChecks';
export { judgeStage, type StageRules } from './judgeStage';
