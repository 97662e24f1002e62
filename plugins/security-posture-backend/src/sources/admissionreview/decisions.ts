import type {
  DecisionAction,
  PolicyOutcome,
} from 'backstage-plugin-security-posture-common';
import {
  plainText,
  type ImageSubject,
  type SourceDecision,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { textOf, valueAt } from '../kubernetes/fields';
import { oneLine } from '../kubernetes/oneLine';
import { imagesOf } from '../kubernetes/workload';
import { readViolations } from '../k8s-audit/dialects';
import type { Ruling } from '../k8s-audit/ruling';
import type { AdmissionRequest, AdmissionResponse } from './schema';

const MAX_LENGTH = 64 * 1024;

/** The webhook does not say who it is in its answer. */
const unnamed = { engine: 'webhook', policy: 'unnamed' };

/** What a webhook decided, policy by policy where its message tells. */
export function readRulings(response: AdmissionResponse): Ruling[] {
  const warnings = response.warnings
    .slice(0, 100)
    .flatMap(warning => ruled(warning, 'warn', 'warn'));
  if (!response.allowed) {
    const message = textOf(valueAt(response.status, ['message'])) ?? '';
    return [...ruled(message, 'deny', 'fail'), ...warnings];
  }
  return warnings.length > 0
    ? warnings
    : [{ ...unnamed, action: 'allow', outcome: 'pass' }];
}

function ruled(
  message: string,
  action: DecisionAction,
  outcome: PolicyOutcome,
): Ruling[] {
  const text = message.slice(0, MAX_LENGTH);
  const violations = readViolations(text);
  if (violations.length === 0) {
    return [{ ...unnamed, message: text.trim(), action, outcome }];
  }
  return violations.map(violation => ({
    ...violation,
    action,
    outcome: violation.failedToJudge ? 'error' : outcome,
  }));
}

export function decisionsOf(
  rulings: Ruling[],
  request: AdmissionRequest,
  subject: SourceSubject,
): SourceDecision[] {
  const images: ImageSubject[] = imagesOf(request.object);
  const username = textOf(valueAt(request.userInfo, ['username']));
  return rulings.map((ruling, index) => ({
    subject,
    engine: ruling.engine,
    policy: oneLine(ruling.policy),
    ...(ruling.rule ? { rule: oneLine(ruling.rule) } : {}),
    action: ruling.action,
    outcome: ruling.outcome,
    severity: 'unknown',
    ...(ruling.category ? { category: ruling.category } : {}),
    ...(ruling.message ? { message: plainText(ruling.message) } : {}),
    actor: username && oneLine(username),
    operation: request.operation && oneLine(request.operation),
    eventId: oneLine(`${request.uid}#${index}`, 150),
    ...(images.length > 0 ? { images } : {}),
  }));
}
