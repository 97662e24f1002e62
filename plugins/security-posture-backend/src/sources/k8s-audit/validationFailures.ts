import type { ReportBuilder } from 'backstage-plugin-security-posture-node';
import { rulingOf, type Ruling } from './ruling';
import { ValidationFailure } from './schema';

const KEY = 'validation.policy.admission.k8s.io/validation_failure';

/**
 * The failures of validating admission policies that audit: a JSON text inside
 * of the annotation. Counts and skips its elements itself.
 */
export function readValidationFailures(
  annotations: Record<string, unknown>,
  path: string,
  isRefused: boolean,
  builder: ReportBuilder,
  keep: (ruling: Ruling) => void,
): void {
  const text = annotations[KEY];
  if (text === undefined) return;
  const at = `${path}.annotations["${KEY}"]`;
  let failures: unknown;
  try {
    failures = typeof text === 'string' ? JSON.parse(text) : text;
  } catch {
    builder.count('decision');
    builder.skip('decision', at, 'expected a list as JSON');
    return;
  }
  builder.each('decision', failures, at, ValidationFailure, failure =>
    keep(
      rulingOf(
        {
          engine: 'validating-admission-policy',
          policy: failure.policy,
          rule: failure.binding,
          message: failure.message,
        },
        actionOf(failure.validationActions, isRefused),
      ),
    ),
  );
}

function actionOf(actions: string[], isRefused: boolean) {
  if (isRefused && actions.includes('Deny')) return 'deny';
  return actions.includes('Warn') ? 'warn' : 'audit';
}
