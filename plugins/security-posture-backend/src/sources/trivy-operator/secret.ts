import { createHash } from 'node:crypto';
import {
  firstLine,
  plainText,
  readSeverity,
  type SecretFinding,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import type { Secret } from './schema';

/** The finding; the match itself is left behind. */
export function readSecret(
  element: Secret,
  subject: SourceSubject | undefined,
): SecretFinding | undefined {
  const { category, match } = element;
  const ruleId = plainText(element.ruleID, 200);
  const path = plainText(element.target, 1000);
  if (ruleId === '' || path === '') return undefined;
  return {
    kind: 'secret',
    ...(subject ? { subject } : {}),
    ruleId,
    severity: readSeverity(element.severity),
    title: firstLine(element.title ?? ruleId) || ruleId,
    ...(category ? { category: plainText(category, 200) } : {}),
    path,
    references: [],
    ...(match
      ? { matchHash: createHash('sha256').update(match).digest('hex') }
      : {}),
  };
}
