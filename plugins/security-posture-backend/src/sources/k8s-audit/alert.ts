import type { SourceAlert } from 'backstage-plugin-security-posture-node';
import { oneLine } from '../kubernetes/oneLine';
import { accessOf, type Access } from './accesses';
import type { Batch } from './batch';
import { commandOf } from './command';
import type { AuditRequest } from './request';
import { subjectOfRequest } from './subject';

/** Keeps the access to a workload or secret that an event is; tells whether it is one. */
export function keepAccess(request: AuditRequest, batch: Batch): boolean {
  const access = accessOf(request);
  const isRefused = request.code === 401 || request.code === 403;
  // 404 and the like: there was nothing to get at.
  const isFailed = (request.code ?? 0) >= 400 && !isRefused;
  if (!access || isFailed) return false;
  batch.builder.count('alert');
  batch.builder.report.alerts.push(
    alertOf(request, access, isRefused, batch.cluster),
  );
  return true;
}

function alertOf(
  request: AuditRequest,
  access: Access,
  isRefused: boolean,
  cluster: string | undefined,
): SourceAlert {
  const { resource, name, actor, at, id, event } = request;
  const { container, process } = commandOf(event.requestURI);
  return {
    subject: subjectOfRequest(request, cluster),
    rule: access.rule,
    severity: access.severity,
    message: sentence(request, access, isRefused),
    at,
    ...(container ? { container } : {}),
    ...(process ? { process } : {}),
    user: actor,
    ...(resource === 'pods' && name ? { pod: oneLine(name) } : {}),
    tags: ['k8s_audit', ...access.tags],
    blocked: isRefused,
    eventId: id,
  };
}

function sentence(
  { actor, namespace, name, event }: AuditRequest,
  { deed }: Access,
  isRefused: boolean,
): string {
  const place = [namespace, name].filter(part => part).join('/');
  const [source] = Array.isArray(event.sourceIPs) ? event.sourceIPs : [];
  const origin = typeof source === 'string' ? ` from ${source}` : '';
  const refusal = isRefused ? ' (refused)' : '';
  return oneLine(
    `${actor ?? 'An unknown user'} ${deed} ${
      place || 'the whole cluster'
    }${origin}${refusal}`,
    1000,
  );
}
