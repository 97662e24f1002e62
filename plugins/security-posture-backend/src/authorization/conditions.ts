import { createConditionExports } from '@backstage/plugin-permission-node';
import { isComponentOwner } from './isComponentOwner';
import { postureResourceRef } from './postureResource';

export const postureRules = { isComponentOwner };

const exported = createConditionExports({
  resourceRef: postureResourceRef,
  rules: postureRules,
});

/**
 * Conditions for permission policies.
 *
 * @public
 */
export const postureConditions = exported.conditions;

/**
 * Makes a conditional decision for permissions on a component, such as
 * `security-posture.posture.read` and `security-posture.exception.approve`.
 *
 * @public
 */
export const createPostureConditionalDecision =
  exported.createConditionalDecision;
