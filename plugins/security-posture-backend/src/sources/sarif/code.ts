import { hash } from 'node:crypto';
import {
  type CodeFinding,
  firstLine,
  plainText,
} from 'backstage-plugin-security-posture-node';
import { cwesOfTaxa } from './cwe';
import type { FindingInput } from './findingInput';
import { guidanceOf } from './rule';
import { sharedParts } from './sharedParts';
import { logicalName, type Place } from './place';
import type { Result } from './schema';

export function codeFinding(input: FindingInput): CodeFinding {
  const { result, rule, place, producer, message, ruleId } = input;
  const { severity, references, suppression } = sharedParts(input);
  // Written out, because spreads take longer than all the rest of it.
  return {
    kind: 'code',
    severity,
    references,
    suppression,
    ruleId,
    title: rule?.title ?? (firstLine(message ?? '') || (rule?.name ?? ruleId)),
    message: message === undefined ? undefined : plainText(message),
    remediation: guidanceOf(rule),
    path: place.path,
    startLine: place.startLine,
    fingerprint: fingerprintOf(result, place),
    cwes: cwesOf(result, rule?.cwes ?? []),
    category: producer.category,
  };
}

/**
 * What stays the same when lines move: GitHub's hash of the line, another
 * fingerprint of the tool, or the text of the place.
 */
function fingerprintOf(result: Result, place: Place): string | undefined {
  const own = fingerprintAmong(result);
  // Tools hash a line, and many files have the same.
  if (own) return place.path === undefined ? own : `${place.path}#${own}`;
  const snippet = place.snippet?.replace(/\s+/g, ' ').trim();
  if (snippet) {
    return `snippet:${hash('sha256', `${place.path ?? ''}\n${snippet}`)}`;
  }
  if (place.path !== undefined) return undefined;
  const name = logicalName(place);
  return name === undefined ? undefined : `logical:${name}`;
}

function fingerprintAmong(result: Result): string | undefined {
  const partial = fingerprints(result.partialFingerprints);
  const line = partial.find(([name]) => name === 'primaryLocationLineHash');
  const [first] = line ? [line] : fingerprints(result.fingerprints);
  return (first ?? partial[0])?.[1];
}

// A column alone is no fingerprint, and Semgrep writes a notice in place of one.
function fingerprints(raw: unknown): [name: string, value: string][] {
  const found: [name: string, value: string][] = [];
  if (typeof raw !== 'object' || raw === null) return found;
  for (const [name, value] of Object.entries(raw)) {
    if (
      typeof value === 'string' &&
      value.length >= 8 &&
      value !== 'requires login' &&
      name !== '__proto__'
    ) {
      found.push([name, plainText(value, 300)]);
    }
  }
  return found;
}

function cwesOf({ taxa }: Result, ofRule: string[]): string[] {
  return taxa === undefined
    ? ofRule
    : [...new Set([...ofRule, ...cwesOfTaxa(taxa)])];
}
