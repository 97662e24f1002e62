import type { Severity } from 'backstage-plugin-security-posture-common';
import { textOf, valueAt } from '../kubernetes/fields';
import type { AuditRequest } from './request';

/** A way into a running workload or to its secrets. */
export interface Access {
  rule: string;
  severity: Severity;
  /** `opened a session in`, between the user and the object. */
  deed: string;
  tags: string[];
}

const podAccesses: ReadonlyMap<string, Access> = new Map([
  [
    'exec',
    {
      rule: 'Exec into pod',
      severity: 'high',
      deed: 'ran a command in',
      tags: ['mitre_execution', 'T1609'],
    },
  ],
  [
    'attach',
    {
      rule: 'Attach to pod',
      severity: 'high',
      deed: 'attached to',
      tags: ['mitre_execution', 'T1609'],
    },
  ],
  [
    'portforward',
    {
      rule: 'Port forward to pod',
      severity: 'medium',
      deed: 'forwarded a port to',
      tags: ['mitre_lateral_movement'],
    },
  ],
  [
    'ephemeralcontainers',
    {
      rule: 'Debug container added to pod',
      severity: 'high',
      deed: 'added a debug container to',
      tags: ['mitre_execution', 'T1609'],
    },
  ],
]);

const secretRead: Access = {
  rule: 'Secret read',
  severity: 'medium',
  deed: 'read',
  tags: ['mitre_credential_access', 'T1552.007'],
};

/** Lists hold the values too. */
const secretsListed: Access = {
  ...secretRead,
  rule: 'Secrets listed',
  deed: 'listed the secrets of',
};

/** The access that a request is, or undefined. */
export function accessOf(request: AuditRequest): Access | undefined {
  const { resource, subresource } = request;
  if (resource === 'pods' && subresource) return podAccess(request);
  if (resource !== 'secrets' || subresource || isControlPlane(request)) {
    return undefined;
  }
  const access = secretAccess(request);
  return access && request.event.impersonatedUser
    ? { ...access, severity: 'high' }
    : access;
}

function podAccess({ subresource, event }: AuditRequest): Access | undefined {
  const isChange = event.verb === 'patch' || event.verb === 'update';
  const isConnection = event.verb === 'create' || event.verb === 'get';
  return (subresource === 'ephemeralcontainers' ? isChange : isConnection)
    ? podAccesses.get(subresource ?? '')
    : undefined;
}

function secretAccess({ name, event }: AuditRequest): Access | undefined {
  switch (event.verb) {
    case 'get':
      return secretRead;
    case 'list':
    case 'watch':
      return name ? secretRead : secretsListed;
    default:
      return undefined;
  }
}

const controlPlaneUsers = new Set([
  'system:apiserver',
  'system:kube-controller-manager',
  'system:kube-scheduler',
]);

/** The cluster's own parts read secrets all the time, to hand them to pods. */
function isControlPlane({ event }: AuditRequest): boolean {
  const name = textOf(valueAt(event.user, ['username'])) ?? '';
  return (
    !event.impersonatedUser &&
    (controlPlaneUsers.has(name) ||
      name.startsWith('system:node:') ||
      name.startsWith('system:serviceaccount:kube-system:'))
  );
}
