import type { DecisionAction } from 'backstage-plugin-security-posture-common';
import {
  plainText,
  type SourceDecision,
} from 'backstage-plugin-security-posture-node';
import { textMapOf, textOf } from '../kubernetes/fields';
import { oneLine } from '../kubernetes/oneLine';
import { objectSubject, placeSubject } from '../kubernetes/subject';

/** A violation, whichever way Gatekeeper told of it. */
export interface Violation {
  constraint: { kind: string; name: string };
  resource: {
    kind: string;
    name?: unknown;
    namespace?: unknown;
    labels?: unknown;
  };
  action: DecisionAction;
  message?: unknown;
  at?: string;
  actor?: unknown;
  operation?: unknown;
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
  spelling: unknown,
  scoped?: unknown,
): DecisionAction {
  const action = textOf(spelling) ?? 'deny';
  if (action !== 'scoped') return actions.get(action) ?? 'audit';
  const scopedActions: unknown[] = Array.isArray(scoped) ? scoped : [];
  if (scopedActions.includes('deny')) return 'deny';
  return scopedActions.includes('warn') ? 'warn' : 'audit';
}

export function decisionOf(
  { constraint, resource, action, at, ...rest }: Violation,
  cluster: string | undefined,
): SourceDecision {
  const { kind } = resource;
  const name = textOf(resource.name);
  const namespace = textOf(resource.namespace);
  const labels = textMapOf(resource.labels);
  const message = textOf(rest.message);
  const actor = textOf(rest.actor);
  const operation = textOf(rest.operation);
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
    at,
    ...(actor ? { actor: oneLine(actor) } : {}),
    ...(operation ? { operation: oneLine(operation) } : {}),
  };
}

/** The part of a cluster's decisions that a report about one constraint speaks of. */
export function scopePart({ kind, name }: Violation['constraint']): string {
  return `gatekeeper/${oneLine(name)}/${oneLine(kind)}`;
}
