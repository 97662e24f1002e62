import type { Stage } from 'backstage-plugin-security-posture-common';
import type { SourceFinding } from 'backstage-plugin-security-posture-node';
import { packageKey } from './packageKey';
import { reportedId } from './vulnerabilityId';

/** The id under which a tool knows the problem, in one spelling. */
export function reportedProblem(finding: SourceFinding): string {
  switch (finding.kind) {
    case 'vulnerability':
      return reportedId(finding.id, finding.aliases);
    case 'licence':
      return finding.licence;
    case 'misconfiguration':
      return finding.id;
    default:
      return finding.ruleId;
  }
}

/**
 * Where within the subject the problem is. No version, tag, digest, severity or
 * text: those change while the problem stays. A control that several engines
 * judge is a problem of the whole workload, since few of them name a container.
 */
export function locusOf(finding: SourceFinding, hasControl: boolean): string {
  switch (finding.kind) {
    case 'vulnerability':
      return packageKey(finding.package);
    case 'licence':
      return finding.package ? packageKey(finding.package) : finding.path ?? '';
    case 'misconfiguration':
      return hasControl
        ? finding.path ?? ''
        : finding.container ?? finding.path ?? '';
    case 'secret':
      return [finding.path, finding.matchHash ?? ''].join('#');
    default:
      return (
        finding.fingerprint ??
        `${finding.path ?? ''}:${finding.startLine ?? ''}`
      );
  }
}

/**
 * The stage at which a team meets the finding: what is wrong with an image or a
 * repository is mended in the build, what is wrong with an object of a cluster
 * in its deployment.
 */
export function stageOf(
  kind: SourceFinding['kind'] | 'alert' | 'decision',
  subjectKind: string,
): Stage {
  if (kind === 'alert') return 'runtime';
  if (kind === 'decision') return 'deploy';
  const inCluster = ['workload', 'namespace', 'cluster', 'node'];
  return inCluster.includes(subjectKind) ? 'deploy' : 'build';
}
