export { judgeStage, type StageRules } from './judgeStage';
