import {
  plainText,
  type SourceDecision,
} from 'backstage-plugin-security-posture-node';
import { isRecord } from '../kubernetes/fields';
import { oneLine } from '../kubernetes/oneLine';
import { imagesOf } from '../kubernetes/workload';
import { readAnnotations } from './annotations';
import type { Batch } from './batch';
import { readDenial } from './dialects';
import { operationOf } from './operation';
import type { AuditRequest } from './request';
import { bindingKey, rulingOf, type Ruling } from './ruling';
import { subjectOfRequest } from './subject';
import { readValidationFailures } from './validationFailures';

/** Keeps every admission decision of an event; tells whether there was one. */
export function keepDecisions(
  request: AuditRequest,
  path: string,
  batch: Batch,
): boolean {
  const { builder } = batch;
  const { event, message, code } = request;
  const before = builder.report.read.decision ?? 0;
  const annotations = isRecord(event.annotations) ? event.annotations : {};
  const isRefused = code !== undefined && code >= 400;
  const rulings: Ruling[] = [];
  const denied = new Set<string>();
  readValidationFailures(annotations, path, isRefused, builder, ruling => {
    rulings.push(ruling);
    if (ruling.action === 'deny') denied.add(bindingKey(ruling));
  });
  const uncounted = [
    ...(isRefused && message ? readDenial(message) : [])
      // A policy that denies and audits says the same thing twice.
      .filter(violation => !denied.has(bindingKey(violation)))
      .map(violation => rulingOf(violation, 'deny')),
    ...readAnnotations(annotations, path, builder),
  ];
  if (uncounted.length > 0) builder.count('decision', uncounted.length);
  rulings.push(...uncounted);
  const images = rulings.length > 0 ? imagesOf(request.object) : [];
  rulings.forEach((ruling, index) =>
    builder.report.decisions.push({
      ...decisionOf(ruling, request, batch.cluster),
      eventId: `${request.id}#${index}`,
      ...(images.length > 0 ? { images } : {}),
    }),
  );
  return (builder.report.read.decision ?? 0) > before;
}

function decisionOf(
  ruling: Ruling,
  request: AuditRequest,
  cluster: string | undefined,
): SourceDecision {
  const { engine, policy, rule, category, message } = ruling;
  return {
    subject: subjectOfRequest(request, cluster, ruling.object),
    engine,
    policy: oneLine(policy),
    ...(rule ? { rule: oneLine(rule) } : {}),
    action: ruling.action,
    outcome: ruling.outcome,
    // None of the engines tells how bad it is to whom it refuses.
    severity: 'unknown',
    ...(category ? { category } : {}),
    ...(message ? { message: plainText(message) } : {}),
    at: request.at,
    actor: request.actor,
    operation: operationOf(request.event.verb, request.subresource),
  };
}
