export {
  createPostureConditionalDecision,
  postureConditions,
  postureRules,
} from './conditions';
export { PostureAccess, toResource } from './PostureAccess';
export {
  postureResourceRef,
  type PostureFilter,
  type PostureResource,
} from './postureResource';
