import { hash } from 'node:crypto';
import {
  firstLine,
  plainText,
  readSeverity,
} from 'backstage-plugin-security-posture-node';
import { type Place, sharedFields } from './place';
import type { Secret } from './schema';

/** Keeps one secret, or says why not. The match itself is left behind. */
export function keepSecret(secret: Secret, place: Place): string | void {
  const ruleId = plainText(secret.RuleID);
  if (ruleId === '') return 'RuleID: expected printable characters';
  if (!place.file) return 'Target: expected the file of the secret';
  const { Match: match, StartLine: startLine } = secret;
  place.builder.report.findings.push({
    kind: 'secret',
    ...sharedFields(place),
    ruleId,
    severity: readSeverity(secret.Severity),
    title: firstLine(secret.Title ?? ruleId) || ruleId,
    references: [],
    ...(secret.Category ? { category: plainText(secret.Category, 200) } : {}),
    path: place.file,
    ...(startLine && startLine > 0 ? { startLine } : {}),
    ...(match ? { matchHash: hash('sha256', match) } : {}),
  });
  return undefined;
}
