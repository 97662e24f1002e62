import { createHash } from 'node:crypto';
import {
  type CodeFinding,
  firstLine,
  plainText,
} from 'backstage-plugin-security-posture-node';
import { cwesOfTaxa } from './cwe';
import type { FindingInput } from './finding';
import { logicalName, type Place } from './place';
import type { Result } from './schema';

export function codeFinding(input: FindingInput): CodeFinding {
  const { result, rule, place, producer, message, ruleId } = input;
  const cwes = [...(rule?.cwes ?? []), ...cwesOfTaxa(result.taxa)];
  return {
    kind: 'code',
    ...input.shared,
    ruleId,
    title: rule?.title ?? (firstLine(message ?? '') || (rule?.name ?? ruleId)),
    message: message === undefined ? undefined : plainText(message),
    remediation: rule?.guidance,
    path: place.path,
    startLine: place.startLine,
    fingerprint: fingerprintOf(result, place),
    cwes: [...new Set(cwes)],
    ...(producer.category ? { category: producer.category } : {}),
  };
}

/**
 * What stays the same when lines move: GitHub's hash of the line, another
 * fingerprint of the tool, or the text of the place.
 */
function fingerprintOf(result: Result, place: Place): string | undefined {
  const own = fingerprintAmong(result);
  if (own) return own;
  const snippet = place.snippet?.replace(/\s+/g, ' ').trim();
  if (snippet) {
    const hash = createHash('sha256')
      .update(`${place.path ?? ''}\n${snippet}`)
      .digest('hex');
    return `snippet:${hash}`;
  }
  if (place.path !== undefined) return undefined;
  const name = logicalName(place);
  return name === undefined ? undefined : `logical:${name}`;
}

function fingerprintAmong(result: Result): string | undefined {
  const partial = fingerprints(result.partialFingerprints);
  const line = partial.find(([name]) => name === 'primaryLocationLineHash');
  const [first] = [
    ...(line ? [line] : []),
    ...fingerprints(result.fingerprints),
    ...partial,
  ];
  return first?.[1];
}

// A column alone is no fingerprint, and Semgrep writes a notice in place of one.
function fingerprints(raw: unknown): [name: string, value: string][] {
  if (typeof raw !== 'object' || raw === null) return [];
  return Object.entries(raw).flatMap(([name, value]) =>
    typeof value === 'string' &&
    value.length >= 8 &&
    value !== 'requires login' &&
    name !== '__proto__'
      ? [[name, plainText(value, 300)]]
      : [],
  );
}
