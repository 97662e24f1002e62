import type { ReportCheck } from 'backstage-plugin-security-posture-node/testUtils';
import type { SourceReport } from 'backstage-plugin-security-posture-node';

type Count = (report: SourceReport) => number;

/** Elements of all kinds that were read and not skipped. */
const keptElements: Count = ({ read, skippedTotal }) =>
  Object.values(read).reduce((sum, count) => sum + count, 0) - skippedTotal;

/** Each element that is not skipped is one of what `count` counts. */
const exactly =
  (count: Count): ReportCheck =>
  report =>
    expect(count(report)).toBe(keptElements(report));

/** An element may be kept as several: one for each resource that it names. */
const atLeast =
  (count: Count): ReportCheck =>
  report =>
    expect(count(report)).toBeGreaterThanOrEqual(keptElements(report));

const without =
  (secret: string, check: ReportCheck): ReportCheck =>
  report => {
    check(report);
    expect(JSON.stringify(report)).not.toContain(secret);
  };

/** Events that say nothing worth keeping are read, and gone. */
const uneventful: Count = ({ read, skippedByKind }) =>
  (read.event ?? 0) - (skippedByKind.event ?? 0);

/**
 * For each built-in source, how what it keeps of a report relates to what it
 * counts in it, whatever is in the report.
 */
export const sourceChecks: Record<string, ReportCheck> = {
  admissionreview: exactly(
    ({ decisions, workloads }) => decisions.length + workloads.length,
  ),
  cosign: exactly(({ attestations }) => attestations.length),
  cyclonedx: report => {
    const { read, skippedByKind, packages, findings } = report;
    expect(packages.length + (skippedByKind.package ?? 0)).toBe(
      read.package ?? 0,
    );
    // One for each component that a vulnerability affects.
    expect(findings.length).toBeGreaterThanOrEqual(
      (read.vulnerability ?? 0) - (skippedByKind.vulnerability ?? 0),
    );
  },
  falco: exactly(
    ({ alerts, sensorEvents }) => alerts.length + sensorEvents.length,
  ),
  gatekeeper: exactly(report => report.decisions.length + uneventful(report)),
  gitleaks: exactly(({ findings }) => findings.length),
  grype: without(
    'hunter2',
    exactly(({ findings }) => findings.length),
  ),
  intoto: atLeast(({ attestations }) => attestations.length),
  'k8s-audit': without(
    'hunter2',
    exactly(
      report =>
        report.decisions.length +
        report.alerts.length +
        report.workloads.length +
        uneventful(report),
    ),
  ),
  kubernetes: without(
    'do-not-keep-me',
    exactly(({ workloads }) => workloads.length),
  ),
  openreports: atLeast(({ decisions }) => decisions.length),
  openvex: exactly(({ vexStatements }) => vexStatements.length),
  // Groups that share a CVE are one finding.
  'osv-scanner': report =>
    expect(report.findings.length).toBeLessThanOrEqual(keptElements(report)),
  policyreport: atLeast(({ decisions }) => decisions.length),
  'policy-reporter': atLeast(
    ({ decisions, sensorEvents }) => decisions.length + sensorEvents.length,
  ),
  roxctl: exactly(({ findings }) => findings.length),
  sarif: exactly(({ findings, passes }) => findings.length + passes.length),
  stackrox: exactly(
    ({ findings, passes, alerts, decisions }) =>
      findings.length + passes.length + alerts.length + decisions.length,
  ),
  tetragon: exactly(report => report.alerts.length + uneventful(report)),
  trivy: without(
    'hunter2',
    exactly(
      ({ findings, passes, packages }) =>
        findings.length + passes.length + packages.length,
    ),
  ),
  // A check that names several containers is one finding for each.
  'trivy-operator': atLeast(
    ({ findings, passes, packages }) =>
      findings.length + passes.length + packages.length,
  ),
};
