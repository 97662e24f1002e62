import type {
  CheckResult,
  Evidence,
} from 'backstage-plugin-security-posture-common';
import type {
  ArtifactFacts,
  DecisionFacts,
  FindingFacts,
  WorkloadFacts,
} from '../model/facts';
import type { Judgement } from './Check';

/** Results, worst first; what nothing tells is worse than what is in order. */
const order: readonly CheckResult[] = [
  'fail',
  'warn',
  'unknown',
  'pass',
  'not-applicable',
];

/** The worst of some results; `unknown` if there are none. */
export function worstResult(results: Iterable<CheckResult>): CheckResult {
  let worst: number | undefined;
  for (const result of results) {
    worst = Math.min(worst ?? order.length, order.indexOf(result));
  }
  return worst === undefined ? 'unknown' : order[worst];
}

/**
 * A judgement out of its evidence: the worst result, and the sentence for it.
 * Without evidence it is unknown.
 */
export function judgementOf(
  evidence: Evidence[],
  sentences: Record<CheckResult, string | ((worst: Evidence[]) => string)>,
): Judgement {
  const result = worstResult(evidence.map(item => item.result));
  const worst = evidence.filter(item => item.result === result);
  const sentence = sentences[result];
  return {
    result,
    summary: typeof sentence === 'string' ? sentence : sentence(worst),
    evidence,
  };
}

/** `3 workloads`, `1 workload`. */
export function count(total: number, one: string, many = `${one}s`): string {
  return `${total} ${total === 1 ? one : many}`;
}

/** `a, b and 3 more`. */
export function namesOf(names: Iterable<string>, shown = 3): string {
  const all = [...new Set(names)];
  const listed = all.slice(0, shown);
  const more = all.length - listed.length;
  if (more > 0) return `${listed.join(', ')} and ${more} more`;
  const last = listed.pop();
  return listed.length > 0 ? `${listed.join(', ')} and ${last}` : last ?? '';
}

/** As the subject of a sentence in the singular: `a`, `Each of a and b`. */
export function eachOf(names: Iterable<string>): string {
  const all = new Set(names);
  return all.size > 1 ? `Each of ${namesOf(all)}` : namesOf(all);
}

/** `prod/shop/checkout`. */
export function workloadName({ subject }: Pick<WorkloadFacts, 'subject'>) {
  return [subject.cluster, subject.namespace, subject.name]
    .filter(Boolean)
    .join('/');
}

/** `ghcr.io/acme/shop:1.4`. */
export function artifactName({ name, tag, branch }: ArtifactFacts): string {
  const version = tag ?? branch;
  return version ? `${name}:${version}` : name;
}

export function findingEvidence(
  finding: FindingFacts,
  result: CheckResult,
): Evidence {
  const { id, kind, title, subject, container, alert } = finding;
  return {
    kind: kind === 'alert' ? 'alert' : 'finding',
    result,
    id,
    title,
    subject,
    ...(finding.digests.length > 0 ? { digest: finding.digests[0] } : {}),
    ...(container ? { container } : {}),
    ...(alert ? { at: alert.lastSeenAt } : {}),
  };
}

export function artifactEvidence(
  artifact: ArtifactFacts,
  result: CheckResult,
  title: string,
  at?: string,
): Evidence {
  return {
    kind: artifact.kind,
    result,
    title,
    subject: { kind: artifact.kind, name: artifact.name },
    ...(artifact.digest ? { digest: artifact.digest } : {}),
    ...(at ? { at } : {}),
  };
}

export function workloadEvidence(
  workload: WorkloadFacts,
  result: CheckResult,
  title: string,
  container?: string,
): Evidence {
  return {
    kind: 'workload',
    result,
    title,
    subject: workload.subject,
    ...(container ? { container } : {}),
    ...(workload.configuration?.at ? { at: workload.configuration.at } : {}),
  };
}

export function decisionEvidence(
  decision: DecisionFacts,
  result: CheckResult,
  title: string,
): Evidence {
  const { id, subject, lastSeenAt } = decision;
  return { kind: 'decision', result, id, title, subject, at: lastSeenAt };
}
