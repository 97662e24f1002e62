import {
  type ArtifactFacts,
  type AttestationFacts,
  type ComponentFacts,
  type DecisionFacts,
  type FindingFacts,
  noFacts,
  type ObjectFacts,
  type PassFacts,
  type PodContainer,
  type PodSettings,
  type ScanFacts,
  type SourceFacts,
  type WorkloadFacts,
} from '../../model/facts';
import { defaultPolicyRules, type PolicyRules } from '../../model/policyRules';
import type { CheckContext } from '../Check';

/** The clock of the tests. */
export const now = new Date('2026-11-20T12:00:00.000Z');

/** ISO 8601, days before the clock of the tests. */
export function daysAgo(days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString();
}

/** The default policy with changes, at the clock of the tests. */
export function checkContext(changes: Partial<PolicyRules> = {}): CheckContext {
  return { policy: { ...defaultPolicyRules, ...changes }, now };
}

/** A component of which nothing but its name is known, with changes. */
export function componentFacts(
  changes: Partial<ComponentFacts> = {},
): ComponentFacts {
  return {
    ...noFacts({
      entityRef: 'component:default/shop',
      type: 'service',
      tags: [],
    }),
    ...changes,
  };
}

export const shopImage = { kind: 'image', name: 'ghcr.io/acme/shop' } as const;

export const shopDigest = `sha256:${'a'.repeat(64)}`;

export const shopWorkload = {
  kind: 'workload',
  cluster: 'prod',
  namespace: 'shop',
  workloadKind: 'Deployment',
  name: 'checkout',
} as const;

/** The newest build of an image line, scanned for vulnerabilities a day ago. */
export function imageArtifact(
  changes: Partial<ArtifactFacts> = {},
): ArtifactFacts {
  return {
    subjectId: 'image-shop',
    kind: 'image',
    name: shopImage.name,
    digest: shopDigest,
    tag: '1.4.0',
    built: true,
    running: false,
    scans: [scan()],
    attestations: [],
    ...changes,
  };
}

/** The newest commit of the main branch, scanned for vulnerabilities a day ago. */
export function repositoryArtifact(
  changes: Partial<ArtifactFacts> = {},
): ArtifactFacts {
  return {
    subjectId: 'repository-shop',
    kind: 'repository',
    name: 'github.com/acme/shop',
    branch: 'main',
    built: true,
    running: false,
    scans: [scan()],
    attestations: [],
    ...changes,
  };
}

/** A complete scan of a build for vulnerabilities a day ago. */
export function scan(changes: Partial<ScanFacts> = {}): ScanFacts {
  return {
    source: 'trivy',
    tool: 'Trivy',
    kind: 'vulnerability',
    reportId: 'report-1',
    at: daysAgo(1),
    complete: true,
    ofBuild: true,
    ...changes,
  };
}

/** A tool that spoke of the image a day ago, from a pipeline. */
export function sourceFacts(changes: Partial<SourceFacts> = {}): SourceFacts {
  return {
    stage: 'build',
    source: 'trivy',
    tool: 'Trivy',
    subjectId: 'image-shop',
    reportId: 'report-1',
    lastReportAt: daysAgo(1),
    complete: true,
    fromPipeline: true,
    ...changes,
  };
}

/** A verified statement about the image. */
export function attestation(
  changes: Partial<AttestationFacts> = {},
): AttestationFacts {
  return {
    id: 'attestation-1',
    predicateType: 'https://slsa.dev/provenance/v1',
    verified: true,
    at: daysAgo(1),
    ...changes,
  };
}

const anyFinding: Omit<FindingFacts, 'kind' | 'problem' | 'title'> = {
  id: 'finding-1',
  subjectId: 'image-shop',
  subject: shopImage,
  stage: 'build',
  severity: 'high',
  isStale: false,
  fixable: false,
  built: true,
  running: false,
  digests: [],
  fixedVersions: [],
  knownExploited: false,
  ransomware: false,
  isUnderInvestigation: false,
  tools: ['Trivy'],
  firstSeenAt: daysAgo(3),
};

/** A vulnerability of high severity in the image, with a fix. */
export function vulnerability(
  changes: Partial<FindingFacts> = {},
): FindingFacts {
  return {
    ...anyFinding,
    kind: 'vulnerability',
    problem: 'CVE-2026-1000',
    title: 'openssl: overflow',
    fixable: true,
    fixedVersions: ['3.0.15'],
    package: { name: 'openssl', version: '3.0.13', type: 'deb' },
    digests: [shopDigest],
    ...changes,
  };
}

/** A control that a tool found broken on a workload. */
export function misconfiguration(
  problem: string,
  changes: Partial<FindingFacts> = {},
): FindingFacts {
  return {
    ...anyFinding,
    kind: 'misconfiguration',
    stage: 'deploy',
    problem,
    title: problem,
    subjectId: 'workload-checkout',
    subject: shopWorkload,
    ...changes,
  };
}

/** A secret in the image. */
export function secret(changes: Partial<FindingFacts> = {}): FindingFacts {
  return {
    ...anyFinding,
    kind: 'secret',
    problem: 'aws-access-key-id',
    title: 'AWS access key',
    severity: 'critical',
    path: 'app/config.env',
    ...changes,
  };
}

/** A runtime alert on the workload, an hour old. */
export function alertFinding(
  alert: Partial<NonNullable<FindingFacts['alert']>> = {},
  changes: Partial<FindingFacts> = {},
): FindingFacts {
  return {
    ...anyFinding,
    kind: 'alert',
    stage: 'runtime',
    problem: 'Terminal shell in container',
    title: 'Terminal shell in container',
    subjectId: 'workload-checkout',
    subject: shopWorkload,
    built: false,
    running: true,
    tools: ['Falco'],
    alert: {
      source: 'falco',
      tags: [],
      count: 1,
      lastSeenAt: daysAgo(1 / 24),
      processes: [],
      ...alert,
    },
    ...changes,
  };
}

/** A Deployment of which only the name is known. */
export function workload(changes: Partial<WorkloadFacts> = {}): WorkloadFacts {
  return {
    subjectId: 'workload-checkout',
    subject: shopWorkload,
    labels: {},
    annotations: {},
    images: [],
    ...changes,
  };
}

/** A configuration of the workload, with one container if none is given. */
export function podConfiguration(
  containers: PodContainer[] = [podContainer()],
  settings: Partial<PodSettings> = {},
): NonNullable<WorkloadFacts['configuration']> {
  return {
    source: 'kubernetes',
    reportId: 'report-2',
    at: daysAgo(1),
    containers,
    settings: podSettings(settings),
  };
}

/** A container that sets nothing. */
export function podContainer(
  changes: Partial<PodContainer> = {},
): PodContainer {
  return { name: 'app', ...changes };
}

function podSettings(changes: Partial<PodSettings>): PodSettings {
  return { podAnnotations: {}, podLabels: {}, ...changes };
}

/** Another object in the namespace of the workload. */
export function clusterObject(
  kind: string,
  spec: Record<string, unknown> = {},
  changes: Partial<ObjectFacts> = {},
): ObjectFacts {
  return {
    subjectId: `object-${kind.toLowerCase()}`,
    kind,
    name: 'checkout',
    cluster: shopWorkload.cluster,
    namespace: shopWorkload.namespace,
    labels: {},
    annotations: {},
    spec,
    ...changes,
  };
}

/** A request for the workload that Kyverno refused a day ago. */
export function decision(changes: Partial<DecisionFacts> = {}): DecisionFacts {
  return {
    id: 'decision-1',
    subjectId: 'workload-checkout',
    subject: shopWorkload,
    engine: 'kyverno',
    policy: 'disallow-privileged-containers',
    action: 'deny',
    severity: 'high',
    count: 1,
    firstSeenAt: daysAgo(2),
    lastSeenAt: daysAgo(1),
    ...changes,
  };
}

/** A control that Trivy found in order on the workload a day ago. */
export function passed(
  control: string,
  changes: Partial<PassFacts> = {},
): PassFacts {
  return {
    control,
    subjectId: 'workload-checkout',
    source: 'trivy',
    title: control,
    reportId: 'report-3',
    at: daysAgo(1),
    ...changes,
  };
}
