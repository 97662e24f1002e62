import { uuid } from '../identifiers';
import { Random } from '../random';
import { tally, type Counts } from '../report';
import { isoSeconds, plusSeconds } from '../time';
import { policies, type Policy } from './policies';

/** How a policy ended other than well. */
export type Verdict =
  | 'fail'
  /** The policy does not count towards a score. */
  | 'warn'
  /** An exception was granted; its name follows. */
  | { exception: string };

export interface PolicyReportOptions {
  namespace: string;
  kind: 'CronJob' | 'DaemonSet' | 'Deployment' | 'StatefulSet';
  name: string;
  /** When the last scan ended. */
  at: Date;
  /** By name of the policy; all others pass. */
  verdicts: Record<string, Verdict>;
  /** These were found when the workload was admitted. */
  atAdmission?: string[];
}

interface PolicyResult {
  category: string;
  message: string;
  policy: string;
  properties: Record<string, string>;
  result: string;
  rule: string;
  scored: boolean;
  severity: string;
  source: 'kyverno';
  timestamp: { nanos: number; seconds: number };
}

export type PolicyReport = ReturnType<typeof policyReport>;

const API_VERSIONS = {
  CronJob: 'batch/v1',
  DaemonSet: 'apps/v1',
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
};

/** One `PolicyReport` as Kyverno keeps it for one resource. */
export function policyReport(options: PolicyReportOptions) {
  const { kind, name, namespace } = options;
  const identity = `${namespace}/${kind}/${name}`;
  const random = Random.named(`policy report ${identity}`);
  const resource = { apiVersion: API_VERSIONS[kind], kind, name };
  const uid = uuid(identity);
  const results = [...policies.values()].map(policy => result(policy, options));
  return {
    apiVersion: 'wgpolicyk8s.io/v1alpha2',
    kind: 'PolicyReport',
    metadata: {
      creationTimestamp: isoSeconds(plusSeconds(options.at, -86_400 * 12)),
      generation: random.integer(2, 40),
      labels: { 'app.kubernetes.io/managed-by': 'kyverno' },
      name: uid,
      namespace,
      ownerReferences: [{ ...resource, uid }],
      resourceVersion: String(random.integer(10_000_000, 90_000_000)),
      uid: uuid(`policy report ${identity}`),
    },
    results,
    scope: { ...resource, namespace, uid },
    summary: summaryOf(results),
  };
}

/** One `ClusterPolicyReport`, about a namespace. */
export function namespaceReport(namespace: string, at: Date, failed: boolean) {
  const uid = uuid(`namespace ${namespace}`);
  const resource = { apiVersion: 'v1', kind: 'Namespace', name: namespace };
  const rule = (policy: string, name: string, bad: boolean, text: string) => ({
    category: 'Multi-Tenancy',
    message: bad ? `validation error: ${text}` : passed(name),
    policy,
    properties: { process: 'background scan' },
    result: bad ? 'fail' : 'pass',
    rule: name,
    scored: true,
    severity: 'medium',
    source: 'kyverno' as const,
    timestamp: timestamp(at),
  });
  const results = [
    rule(
      'require-ns-labels',
      'check-for-team-label',
      failed,
      'Label the namespace with the team that owns it. rule check-for-team-label failed at path /metadata/labels/team/',
    ),
    rule(
      'require-ns-pod-security',
      'check-pod-security-label',
      failed,
      'Label the namespace with a level of Pod Security. rule check-pod-security-label failed at path /metadata/labels/pod-security.kubernetes.io~1enforce/',
    ),
    rule('disallow-default-namespace', 'validate-namespace', false, ''),
  ];
  return {
    apiVersion: 'wgpolicyk8s.io/v1alpha2',
    kind: 'ClusterPolicyReport',
    metadata: {
      creationTimestamp: isoSeconds(plusSeconds(at, -86_400 * 40)),
      generation: 7,
      labels: { 'app.kubernetes.io/managed-by': 'kyverno' },
      name: uid,
      ownerReferences: [{ ...resource, uid }],
      uid: uuid(`policy report namespace ${namespace}`),
    },
    results,
    scope: { ...resource, uid },
    summary: summaryOf(results),
  };
}

/** The counts of some reports, from what was written. */
export function countsOf(reports: { results: { result: string }[] }[]): Counts {
  return {
    policyResults: tally(
      reports.flatMap(report => report.results.map(({ result: end }) => end)),
    ),
  };
}

function result(policy: Policy, options: PolicyReportOptions): PolicyResult {
  const verdict = options.verdicts[policy.name];
  // Kyverno derives rules for controllers from those for pods.
  const prefix = options.kind === 'CronJob' ? 'autogen-cronjob' : 'autogen';
  const rule = `${prefix}-${policy.rule}`;
  const admission = options.atAdmission?.includes(policy.name) ?? false;
  const exception: Record<string, string> =
    typeof verdict === 'object' ? { exceptions: verdict.exception } : {};
  return {
    category: policy.category,
    message: messageOf(policy, rule, options),
    policy: policy.name,
    properties: {
      ...exception,
      process: admission ? 'admission review' : 'background scan',
    },
    result: typeof verdict === 'object' ? 'skip' : verdict ?? 'pass',
    rule,
    scored: verdict !== 'warn',
    severity: policy.severity,
    source: 'kyverno',
    timestamp: timestamp(plusSeconds(options.at, admission ? -86_400 * 3 : 0)),
  };
}

function messageOf(
  policy: Policy,
  rule: string,
  { kind, namespace, verdicts }: PolicyReportOptions,
): string {
  const verdict = verdicts[policy.name];
  if (verdict === undefined) return passed(rule);
  if (typeof verdict === 'object') {
    return `rule is skipped due to policy exception ${namespace}/${verdict.exception}`;
  }
  const spec =
    kind === 'CronJob'
      ? '/spec/jobTemplate/spec/template/spec'
      : '/spec/template/spec';
  return `validation error: ${policy.message} rule ${rule} failed at path ${spec}/${policy.field}/`;
}

function passed(rule: string): string {
  return `rule ${rule} passed`;
}

function timestamp(at: Date) {
  return { nanos: 0, seconds: Math.floor(at.getTime() / 1000) };
}

function summaryOf(results: { result: string }[]) {
  const count = (end: string) => results.filter(r => r.result === end).length;
  return {
    error: count('error'),
    fail: count('fail'),
    pass: count('pass'),
    skip: count('skip'),
    warn: count('warn'),
  };
}
