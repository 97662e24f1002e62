import type { Severity } from 'backstage-plugin-security-posture-common';
import { readSeverity } from 'backstage-plugin-security-posture-node';

// Protobuf's JSON spells enums as names or, with EnumsAsInts, as numbers.
const severities: Severity[] = ['unknown', 'low', 'medium', 'high', 'critical'];
const stages = ['DEPLOY', 'BUILD', 'RUNTIME'] as const;
const states = ['ACTIVE', 'SNOOZED', 'RESOLVED', 'ATTEMPTED'] as const;

export type LifecycleStage = (typeof stages)[number];
export type ViolationState = (typeof states)[number];

export function severityOf(value: unknown): Severity {
  return typeof value === 'number'
    ? severities[value] ?? 'unknown'
    : readSeverity(value);
}

/**
 * The stage of an alert. A missing one is DEPLOY, the zero value, unless what
 * the alert says can only happen at another stage.
 */
export function stageOf(alert: Record<string, unknown>): LifecycleStage {
  const { lifecycleStage, policy, processViolation } = alert;
  const named =
    typeof lifecycleStage === 'number'
      ? stages[lifecycleStage]
      : stages.find(stage => stage === lifecycleStage);
  if (named) return named;
  if (hasProcesses(processViolation) || isRuntimeOnly(policy)) return 'RUNTIME';
  return 'DEPLOY';
}

export function stateOf({ state }: Record<string, unknown>): ViolationState {
  const named =
    typeof state === 'number'
      ? states[state]
      : states.find(known => known === state);
  return named ?? 'ACTIVE';
}

/** Whether RHACS did more than tell. */
export function isEnforced(action: unknown): boolean {
  return typeof action === 'number'
    ? action > 0
    : typeof action === 'string' &&
        action !== '' &&
        action !== 'UNSET_ENFORCEMENT';
}

function hasProcesses(violation: unknown): boolean {
  return (
    typeof violation === 'object' &&
    violation !== null &&
    'processes' in violation &&
    Array.isArray(violation.processes) &&
    violation.processes.length > 0
  );
}

function isRuntimeOnly(policy: unknown): boolean {
  if (typeof policy !== 'object' || policy === null) return false;
  const list = 'lifecycleStages' in policy ? policy.lifecycleStages : undefined;
  return (
    Array.isArray(list) &&
    list.length > 0 &&
    list.every(stage => stage === 'RUNTIME' || stage === 2)
  );
}
