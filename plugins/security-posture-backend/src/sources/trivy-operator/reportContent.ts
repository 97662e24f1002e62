import type { ElementKind } from 'backstage-plugin-security-posture-common';

/** What a custom resource holds, whatever its kind is called. */
export type ReportContent =
  | 'vulnerabilities'
  | 'secrets'
  | 'checks'
  | 'components'
  | 'compliance'
  | 'compliance-details'
  | 'kube-bench'
  | 'kube-hunter';

/** Kinds of trivy-operator, and of Starboard before it. */
const contents = new Map<string, ReportContent>([
  ['VulnerabilityReport', 'vulnerabilities'],
  ['ClusterVulnerabilityReport', 'vulnerabilities'],
  ['ExposedSecretReport', 'secrets'],
  ['ConfigAuditReport', 'checks'],
  ['ClusterConfigAuditReport', 'checks'],
  ['RbacAssessmentReport', 'checks'],
  ['ClusterRbacAssessmentReport', 'checks'],
  ['InfraAssessmentReport', 'checks'],
  ['ClusterInfraAssessmentReport', 'checks'],
  ['SbomReport', 'components'],
  ['ClusterSbomReport', 'components'],
  ['ClusterComplianceReport', 'compliance'],
  ['ClusterComplianceDetailReport', 'compliance-details'],
  ['CISKubeBenchReport', 'kube-bench'],
  ['KubeHunterReport', 'kube-hunter'],
]);

export const reportKinds = [...contents.keys()];

const elementKinds: Record<ReportContent, ElementKind> = {
  vulnerabilities: 'vulnerability',
  secrets: 'secret',
  components: 'package',
  checks: 'misconfiguration',
  compliance: 'misconfiguration',
  'compliance-details': 'misconfiguration',
  'kube-bench': 'misconfiguration',
  'kube-hunter': 'misconfiguration',
};

export function elementKindOf(content: ReportContent): ElementKind {
  return elementKinds[content];
}

/**
 * What a document holds. The webhook of the operator leaves `kind` and
 * `apiVersion` out; then the lists of the report tell.
 */
export function contentOf(
  document: Record<string, unknown>,
): ReportContent | undefined {
  const { kind } = document;
  if (typeof kind === 'string' && kind !== '') return contents.get(kind);
  if (!isRecord(document.metadata)) return undefined;
  const { report, status } = document;
  if (isRecord(report)) {
    if ('vulnerabilities' in report) return 'vulnerabilities';
    if ('secrets' in report) return 'secrets';
    if ('checks' in report) return 'checks';
    if ('components' in report) return 'components';
  }
  if (
    isRecord(status) &&
    ('summaryReport' in status || 'detailReport' in status)
  ) {
    return 'compliance';
  }
  return undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
