/**
 * The backend of Security Posture.
 *
 * @packageDocumentation
 */
export { securityPosturePlugin as default } from './plugin';
export {
  createPostureConditionalDecision,
  postureConditions,
  type PostureFilter,
  type PostureResource,
} from './authorization';
