import {
  firstLine,
  plainText,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { readProperty } from './properties';
import type { PolicyResult } from './schema';

/** The policy and rule behind a result, as every element of it names them. */
export interface Control {
  engine: string;
  subject: SourceSubject;
  /** Without the namespace of a namespaced policy. */
  policy: string;
  rule?: string;
  /** `engine/policy/rule` in lower case. */
  id: string;
  container?: string;
}

const NAMESPACED_POLICY = /^[a-z0-9-]{1,63}\/([^/\s]+)$/;
const BENCHMARK_INDEX = /^\d{1,3}(\.\d{1,3}){1,4}$/;
const CONTAINER = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const NAMED_CONTAINER = /\bcontainer ["'<]([a-z0-9-]{1,63})["'>]/g;

/** Reads what a result says about its policy. */
export function readControl(
  result: PolicyResult,
  policyName: string,
  engine: string,
): Omit<Control, 'subject'> {
  const policy = firstLine(NAMESPACED_POLICY.exec(policyName)?.[1] ?? policyName);
  const rule = readRule(result);
  const id = [engine, policy, rule]
    .filter(part => part !== undefined)
    .join('/')
    .toLocaleLowerCase('en-US');
  const container = readContainer(result);
  return {
    engine,
    policy,
    ...(rule ? { rule } : {}),
    id: plainText(id, 500),
    ...(container ? { container } : {}),
  };
}

// kube-bench's reports name a whole section as the rule; the control is its index.
function readRule({ rule, properties }: PolicyResult): string | undefined {
  const index = readProperty(properties, 'index');
  if (index && BENCHMARK_INDEX.test(index)) return index;
  return rule ? firstLine(rule) || undefined : undefined;
}

function readContainer(result: PolicyResult): string | undefined {
  const property = readProperty(
    result.properties,
    'container_name',
    'container.name',
    'containerName',
    'container',
  );
  if (property) return CONTAINER.test(property) ? property : undefined;
  const names = new Set<string>();
  for (const [, name] of (result.message ?? '').matchAll(NAMED_CONTAINER)) {
    names.add(name);
  }
  // Several containers in one message are not plain.
  const [name] = names;
  return names.size === 1 && CONTAINER.test(name) ? name : undefined;
}
