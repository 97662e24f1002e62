import { splunkAlert } from './splunk';

/** What one element of a document is; `path` leads to it from the document. */
export interface Element {
  kind: 'alert' | 'log';
  value: unknown;
  path: string;
  /** The cluster, where the envelope names one in a custom field. */
  cluster?: string;
}

/**
 * The elements of a document in any of the forms in which RHACS sends alerts:
 *
 * - `{alert}`, `{audit}`, `{networkpolicy}`: the generic webhook
 * - `{TimeGenerated, msg}`: Microsoft Sentinel
 * - `{violations: [{alertInfo, …}]}`: what Splunk polls
 * - `{alerts}`: `GET /v1/alerts`
 * - an alert itself: `GET /v1/alerts/{id}`
 */
export function elementsOf(document: unknown): Element[] | undefined {
  if (!isRecord(document)) return undefined;
  const { alert, msg, alerts, violations } = document;
  const cluster =
    typeof document.cluster === 'string' && document.cluster !== ''
      ? { cluster: document.cluster }
      : {};
  if (isRecord(alert) && ('policy' in alert || 'id' in alert)) {
    return [{ kind: 'alert', value: alert, path: '.alert', ...cluster }];
  }
  if (isAlert(document)) return [{ kind: 'alert', value: document, path: '' }];
  if (isRecord(msg) && 'TimeGenerated' in document) {
    if (isAlert(msg)) return [{ kind: 'alert', value: msg, path: '.msg' }];
    if (isAudit(msg)) return [{ kind: 'log', value: msg, path: '.msg' }];
  }
  if (isAudit(document.audit)) {
    return [{ kind: 'log', value: document.audit, path: '.audit' }];
  }
  const { networkpolicy } = document;
  if (isRecord(networkpolicy) && 'yaml' in networkpolicy) {
    return [{ kind: 'log', value: networkpolicy, path: '.networkpolicy' }];
  }
  if (Array.isArray(alerts) && alerts.slice(0, 5).some(isStored)) {
    return alerts.map((value, index) => ({
      kind: 'alert',
      value,
      path: `.alerts[${index}]`,
    }));
  }
  if (Array.isArray(violations) && violations.slice(0, 5).some(isOfSplunk)) {
    return violations.map((value, index) => ({
      kind: 'alert',
      value: isOfSplunk(value) ? splunkAlert(value) : value,
      path: `.violations[${index}]`,
    }));
  }
  return undefined;
}

function isAlert(value: Record<string, unknown>): boolean {
  const { policy } = value;
  return (
    isRecord(policy) &&
    typeof policy.name === 'string' &&
    ['violations', 'processViolation', 'lifecycleStage', 'deployment'].some(
      key => key in value,
    )
  );
}

/** Alerts of `roxctl` were never stored and have no id. */
function isStored(value: unknown): boolean {
  return isRecord(value) && isRecord(value.policy) && !!value.id;
}

function isOfSplunk(value: unknown): value is Record<string, unknown> {
  return (
    isRecord(value) &&
    isRecord(value.alertInfo) &&
    isRecord(value.violationInfo)
  );
}

/** A log entry of RHACS' own API. */
function isAudit(value: unknown): boolean {
  return (
    isRecord(value) &&
    'interface' in value &&
    ('method' in value || 'request' in value)
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
