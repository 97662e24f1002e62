import { parse } from 'yaml';
import type { Violation } from './violation';

const HEADER =
  /(?:resource|policy) ([^\s/]{1,63})\/([^\s/]{0,63})\/([^\s/]{0,253}) (?:was blocked due to the following polic|for resource (?:violation|error))[^\n]*\n/;

/**
 * Kyverno's ClusterPolicy and Policy: a headline that names the object, then a
 * YAML map of policies to rules to messages.
 */
export function readKyvernoClusterPolicy(text: string): Violation[] {
  const header = HEADER.exec(text);
  if (!header) return [];
  const [headline, kind, namespace, name] = header;
  const object = name
    ? { kind, name, ...(namespace ? { namespace } : {}) }
    : undefined;
  const policies = readMap(text.slice(header.index + headline.length));
  const violations: Violation[] = [];
  for (const [policy, rules] of policies) {
    if (typeof policy !== 'string') continue;
    for (const [rule, message] of rulesOf(rules)) {
      violations.push({ engine: 'kyverno', policy, rule, message, object });
    }
  }
  return violations;
}

function rulesOf(rules: unknown): [string | undefined, string | undefined][] {
  if (typeof rules === 'string') return [[undefined, rules]];
  if (!(rules instanceof Map) || rules.size === 0) {
    return [[undefined, undefined]];
  }
  return [...rules].map(([rule, message]) => [
    String(rule),
    typeof message === 'string' ? message : undefined,
  ]);
}

function readMap(yaml: string): Map<unknown, unknown> {
  try {
    const value: unknown = parse(yaml, {
      schema: 'failsafe',
      mapAsMap: true,
      maxAliasCount: 0,
      uniqueKeys: false,
      logLevel: 'silent',
    });
    return value instanceof Map ? value : new Map();
  } catch {
    return new Map();
  }
}
