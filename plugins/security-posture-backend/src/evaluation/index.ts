export { catalogue } from './catalogue';
export { checks } from './checks';
export type { Check, CheckContext, Judgement } from './Check';
export { enforce, type Ruling } from './enforce';
export { judgeChecks } from './judgeChecks';
export { judgeStage, type StageRules } from './judgeStage';
export { mergeRulings } from './mergeRulings';
export { partsReadBy, reachOf } from './reachOf';
export { planRemediation } from './remediation';
export {
  factsForAdmission,
  factsForArtifacts,
  factsForBuild,
  factsForWorkload,
  type JudgedArtifact,
} from './restrict';
export { assessRisk } from './risk';
export { rule } from './rule';
export { secretsOf } from './secretInventory';
