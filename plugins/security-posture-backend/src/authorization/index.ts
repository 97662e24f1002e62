export {
  createPostureConditionalDecision,
  postureConditions,
  postureRules,
} from './conditions';
export { PostureAccess, toResource } from './PostureAccess';
export { principalOf } from './principalOf';
export { ReadableComponents } from './ReadableComponents';
export {
  postureResourceRef,
  type PostureFilter,
  type PostureResource,
} from './postureResource';
