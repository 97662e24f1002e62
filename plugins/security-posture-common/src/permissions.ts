import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of a component's posture. The resource reference is the
 * entity reference of the component.
 *
 * @public
 */
export const RESOURCE_TYPE_POSTURE = 'security-posture';

/**
 * To send build reports, for machines in CI.
 *
 * @public
 */
export const reportCreatePermission = createPermission({
  name: 'security-posture.report.create',
  attributes: { action: 'create' },
});

/**
 * To send deploy reports and admission decisions, for machines in a cluster.
 *
 * @public
 */
export const decisionCreatePermission = createPermission({
  name: 'security-posture.decision.create',
  attributes: { action: 'create' },
});

/**
 * To send runtime alerts, for sensors.
 *
 * @public
 */
export const alertCreatePermission = createPermission({
  name: 'security-posture.alert.create',
  attributes: { action: 'create' },
});

/**
 * To read the posture of a component. The component must be visible to the
 * caller in the catalog too.
 *
 * @public
 */
export const postureReadPermission = createPermission({
  name: 'security-posture.posture.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_POSTURE,
});

/**
 * To see which subjects and workloads no component claims.
 *
 * @public
 */
export const ownershipReadPermission = createPermission({
  name: 'security-posture.ownership.read',
  attributes: { action: 'read' },
});

/**
 * To say what one found out about a finding of a component: affected, not
 * affected, under investigation, or no problem at all.
 *
 * @public
 */
export const findingTriagePermission = createPermission({
  name: 'security-posture.finding.triage',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_POSTURE,
});

/**
 * To ask for an exception on a component, and to take one's own request back.
 *
 * @public
 */
export const exceptionRequestPermission = createPermission({
  name: 'security-posture.exception.request',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_POSTURE,
});

/**
 * To approve, deny and revoke exceptions of a component. One for a system needs
 * it on every component of the system, one for everywhere without a condition.
 *
 * @public
 */
export const exceptionApprovePermission = createPermission({
  name: 'security-posture.exception.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_POSTURE,
});

/**
 * To see what a changed policy would fail, on the components that the caller may
 * read.
 *
 * @public
 */
export const policySimulatePermission = createPermission({
  name: 'security-posture.policy.simulate',
  attributes: { action: 'read' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const securityPosturePermissions = [
  reportCreatePermission,
  decisionCreatePermission,
  alertCreatePermission,
  postureReadPermission,
  findingTriagePermission,
  exceptionRequestPermission,
  exceptionApprovePermission,
  ownershipReadPermission,
  policySimulatePermission,
];
