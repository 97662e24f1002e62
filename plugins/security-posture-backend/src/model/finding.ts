import type { Stage } from 'backstage-plugin-security-posture-common';
import type { SourceFinding } from 'backstage-plugin-security-posture-node';
import { packageKey } from './packageKey';

/**
 * The key of the problem, alike for every tool: one CVE among the names of a
 * vulnerability is its name; two make it ambiguous and the tool's name stays.
 */
export function problemOf(finding: SourceFinding): string {
  switch (finding.kind) {
    case 'vulnerability': {
      const cves = new Set(
        [finding.id, ...finding.aliases]
          .map(id => id.trim().toLocaleUpperCase('en-US'))
          .filter(id => /^CVE-\d{4}-\d{4,}$/.test(id)),
      );
      const [cve] = cves;
      return cves.size === 1 ? cve : finding.id;
    }
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
 * text: those change while the problem stays.
 */
export function locusOf(finding: SourceFinding): string {
  switch (finding.kind) {
    case 'vulnerability':
      return packageKey(finding.package);
    case 'licence':
      return finding.package ? packageKey(finding.package) : finding.path ?? '';
    case 'misconfiguration':
      return finding.container ?? finding.path ?? '';
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
