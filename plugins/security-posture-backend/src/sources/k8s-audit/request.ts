import { readTimestamp } from 'backstage-plugin-security-posture-node';
import { isRecord, textOf, valueAt } from '../kubernetes/fields';
import { oneLine } from '../kubernetes/oneLine';
import { KubernetesObject } from '../kubernetes/schema';
import type { AuditEvent } from './schema';

/** What an audit event says about the request, as far as it matters here. */
export interface AuditRequest {
  event: AuditEvent;
  /** Plural, as in the path: `pods`. */
  resource?: string;
  subresource?: string;
  namespace?: string;
  name?: string;
  code?: number;
  message?: string;
  actor?: string;
  /** The object that was created or changed, as far as the log holds it. */
  object?: Record<string, unknown>;
  isDryRun: boolean;
  at?: string;
  /** The audit id alone can be chosen by the client, to hide one request behind another. */
  id: string;
}

export function readRequest(event: AuditEvent): AuditRequest {
  const { objectRef, responseStatus, requestURI } = event;
  const reference = isRecord(objectRef) ? objectRef : {};
  const code = valueAt(responseStatus, ['code']);
  const received = textOf(event.requestReceivedTimestamp);
  return {
    event,
    resource: textOf(reference.resource),
    subresource: textOf(reference.subresource),
    namespace: textOf(reference.namespace),
    name: textOf(reference.name),
    code: typeof code === 'number' ? code : undefined,
    message: textOf(valueAt(responseStatus, ['message'])),
    actor: actorOf(event),
    object: objectOf(event),
    isDryRun:
      typeof requestURI === 'string' && /[?&]dryRun=All\b/.test(requestURI),
    at:
      readTimestamp(received) ??
      readTimestamp(textOf(event.stageTimestamp)) ??
      readTimestamp(textOf(event.timestamp)),
    id: oneLine(`${event.auditID}@${received ?? ''}`, 150),
  };
}

function actorOf({ user, impersonatedUser }: AuditEvent): string | undefined {
  const name = textOf(valueAt(user, ['username']));
  const impersonated = textOf(valueAt(impersonatedUser, ['username']));
  if (!name) return impersonated && oneLine(impersonated);
  return impersonated ? oneLine(`${name} as ${impersonated}`) : oneLine(name);
}

/** The answer has what the server filled in; a refusal only has what was asked. */
function objectOf(event: AuditEvent): Record<string, unknown> | undefined {
  const { responseObject, requestObject, verb } = event;
  if (isRecord(responseObject) && responseObject.kind !== 'Status') {
    return responseObject;
  }
  // The object of a patch is the patch.
  return verb !== 'patch' && isRecord(requestObject)
    ? requestObject
    : undefined;
}

/** The metadata of the object, if the log holds the object. */
export function metadataOf({ object }: AuditRequest) {
  const parsed = KubernetesObject.safeParse(object);
  return parsed.success ? parsed.data : undefined;
}
