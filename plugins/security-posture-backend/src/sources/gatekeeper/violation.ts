import type { DecisionAction } from 'backstage-plugin-security-posture-common';
import {
  plainText,
  type SourceDecision,
} from 'backstage-plugin-security-posture-node';
import { oneLine } from '../kubernetes/oneLine';
import { objectSubject, placeSubject } from '../kubernetes/subject';

/** A violation, whichever way Gatekeeper told of it. */
export interface Violation {
  constraint: { kind: string; name: string };
  resource: {
    kind: string;
    name?: string;
    namespace?: string;
    labels?: Record<string, string>;
  };
  action: DecisionAction;
  message?: string;
  at?: string;
  actor?: string;
  operation?: string;
}

const actions: ReadonlyMap<string, DecisionAction> = new Map([
  ['deny', 'deny'],
  ['warn', 'warn'],
  ['dryrun', 'audit'],
]);

/**
 * The enforcement action, as the model has it. `scoped` ones differ between
 * enforcement points; the strictest tells.
 */
export function readAction(
  action: string = 'deny',
  scopedActions: string[] = [],
): DecisionAction {
  if (action !== 'scoped') return actions.get(action) ?? 'audit';
  if (scopedActions.includes('deny')) return 'deny';
  return scopedActions.includes('warn') ? 'warn' : 'audit';
}

export function decisionOf(
  violation: Violation,
  cluster: string | undefined,
): SourceDecision {
  const { constraint, resource, action, message } = violation;
  const { kind, name, namespace, labels } = resource;
  return {
    subject: name
      ? objectSubject({ cluster, namespace, kind, name, labels })
      : placeSubject(namespace, cluster),
    engine: 'gatekeeper',
    policy: oneLine(constraint.name),
    rule: oneLine(constraint.kind),
    action,
    outcome: 'fail',
    // Gatekeeper has actions, no severities.
    severity: 'unknown',
    ...(message ? { message: plainText(message) } : {}),
    at: violation.at,
    actor: violation.actor && oneLine(violation.actor),
    operation: violation.operation && oneLine(violation.operation),
  };
}

/** The part of a cluster's decisions that a report about one constraint speaks of. */
export function scopePart({ kind, name }: Violation['constraint']): string {
  return `gatekeeper/${oneLine(name)}/${oneLine(kind)}`;
}
