import { createHash } from 'node:crypto';
import {
  firstLine,
  plainText,
  type SecretFinding,
} from 'backstage-plugin-security-posture-node';
import { hashOfMatch } from '../gitleaks/matchHash';
import { keyedLines } from './keyedLines';
import type { FindingInput } from './findingInput';
import { sharedParts } from './sharedParts';
import type { Result } from './schema';

/** Messages and descriptions may quote the secret: neither is kept. */
export function secretFinding(input: FindingInput): SecretFinding {
  const { result, rule, place, ruleId } = input;
  const commit = commitOf(result);
  return {
    kind: 'secret',
    ...sharedParts(input),
    ruleId,
    title: rule?.title ?? (firstLine(rule?.name ?? '') || ruleId),
    path: place.path ?? 'unknown',
    startLine: place.startLine,
    matchHash: matchHashOf(input),
    ...(commit ? { commit } : {}),
  };
}

function matchHashOf(input: FindingInput): string | undefined {
  const { producer, message, place } = input;
  if (producer.name.startsWith('trivy')) {
    // Trivy masks it, and its JSON report has the same.
    const masked = keyedLines(message).get('match');
    return masked === undefined
      ? undefined
      : createHash('sha256').update(masked).digest('hex');
  }
  return place.snippet === undefined ? undefined : hashOfMatch(place.snippet);
}

function commitOf(result: Result): string | undefined {
  const commit =
    textAt(result.partialFingerprints, 'commitSha') ??
    textAt(result.properties, 'commit');
  return commit === undefined ? undefined : plainText(commit, 100);
}

function textAt(raw: unknown, key: 'commitSha' | 'commit'): string | undefined {
  if (typeof raw !== 'object' || raw === null || !(key in raw))
    return undefined;
  const value = new Map<string, unknown>(Object.entries(raw)).get(key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
