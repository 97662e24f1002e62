import type { FindingFacts } from '../../../model/facts';
import type { PolicyRules } from '../../../model/policyRules';
import { rankOfSeverity } from '../../../model/severityRank';
import type { Check } from '../../Check';
import { artifactsToScan } from '../../currentArtifacts';
import { judgeFindings, vulnerabilities } from '../../judgeFindings';

export const fixableHigh: Check = {
  id: 'gate.fixable-high',
  stage: 'build',
  practices: ['B8', 'B8a'],
  title: 'No vulnerability of high severity has a fix',
  rule: 'Fails on an open vulnerability with a fix that has the severity or the CVSS score of the policy or a worse one (high and 7 by default), or is known to be exploited. The policy can count those without a fix as well. Warns on one whose severity is unknown, on one that was not looked for again, and on one that a tool sees on a workload without saying in which image. Passes only if every image that is built or runs, or repository without an image, was scanned completely.',
  inputs: [
    'Vulnerabilities with severity, CVSS and fixed versions in reports of Trivy, Trivy Operator, Grype, osv-scanner, roxctl, CycloneDX …',
    'The catalogue of known exploited vulnerabilities of CISA',
  ],
  why: 'The fault is grave and public, and the repair is there. There is no reason to ship without it.',
  fix: {
    text: 'Upgrade the packages to the versions that the findings name; for those of the distribution build again on a newer base image. If a vulnerability does not affect the service, say so with a VEX statement or a triage, or ask for an exception.',
    snippet: {
      language: 'shell',
      code: 'docker build --pull --no-cache --tag "$IMAGE" .\ntrivy image --severity HIGH,CRITICAL --ignore-unfixed --exit-code 1 "$IMAGE"',
    },
  },
  passes:
    'Every artifact was scanned completely, and no vulnerability with a fix reaches the thresholds of the policy.',
  weight: 0,
  judge: (facts, { policy: { thresholds } }) =>
    judgeFindings(facts, {
      kind: 'vulnerability',
      artifacts: artifactsToScan(facts),
      judge: finding => {
        const result = judgeByThresholds(finding, thresholds);
        return result && finding.subject.kind === 'workload' ? 'warn' : result;
      },
      says: {
        fail: (evidence, named) =>
          `${vulnerabilities(evidence)} above the thresholds: ${named}.`,
        warn: (evidence, named) =>
          `${vulnerabilities(evidence)} to look into: ${named}.`,
      },
      passes: 'No vulnerability with a fix reaches the thresholds.',
    }),
};

function judgeByThresholds(
  { fixable, severity, cvss, knownExploited }: FindingFacts,
  thresholds: PolicyRules['thresholds'],
): 'fail' | 'warn' | undefined {
  if (thresholds.fixableOnly && !fixable) return undefined;
  const isGrave =
    (severity !== 'unknown' &&
      rankOfSeverity(severity) >= rankOfSeverity(thresholds.severity)) ||
    (cvss !== undefined && cvss >= thresholds.cvss) ||
    (knownExploited && thresholds.knownExploited);
  if (isGrave) return 'fail';
  return severity === 'unknown' ? 'warn' : undefined;
}
