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
 * Every permission of the plugin.
 *
 * @public
 */
export const securityPosturePermissions = [
  reportCreatePermission,
  decisionCreatePermission,
  alertCreatePermission,
  postureReadPermission,
  ownershipReadPermission,
];
