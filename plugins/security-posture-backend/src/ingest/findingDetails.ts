import type { SourceFinding } from 'backstage-plugin-security-posture-node';

/** What a finding shows beside its columns; stored as JSON. */
export interface FindingDetails {
  message?: string;
  remediation?: string;
  references: string[];
  package?: { name: string; version?: string; purl?: string; path?: string };
  fixedVersions: string[];
  /** ISO 8601. */
  fixAvailableAt?: string;
  path?: string;
  container?: string;
  aliases: string[];
  cvss?: number;
  epss?: number;
  knownExploited: boolean;
  /** Used by ransomware. */
  ransomware?: boolean;
  /** The vulnerable code is called; absent if no tool looked. */
  reachable?: boolean;
  /** Digest of the layer that brought the package. */
  layer?: string;
  suppression?: string;
}

/** @param advice - what helps where the tool does not say */
export function detailsOf(
  finding: SourceFinding,
  advice?: string,
): FindingDetails {
  const { message, remediation, references, suppression } = finding;
  return {
    message,
    remediation: remediation ?? advice,
    references,
    fixedVersions: [],
    aliases: [],
    knownExploited: false,
    suppression: suppression && (suppression.statement ?? suppression.reason),
    ...kindDetails(finding),
  };
}

function kindDetails(finding: SourceFinding): Partial<FindingDetails> {
  switch (finding.kind) {
    case 'vulnerability': {
      const { name, version, purl, path, layer } = finding.package;
      const scores = finding.cvss.flatMap(({ score }) => score ?? []);
      return {
        package: { name, version, purl, path },
        path,
        fixedVersions: finding.fixedVersions,
        fixAvailableAt: finding.fixAvailableAt,
        aliases: [finding.id, ...finding.aliases],
        cvss: scores.length > 0 ? Math.max(...scores) : undefined,
        epss: finding.epss,
        knownExploited: finding.knownExploited ?? false,
        ransomware: finding.ransomware,
        reachable: finding.reachable,
        layer,
      };
    }
    case 'licence': {
      const { package: pkg, path } = finding;
      return {
        path,
        package: pkg && {
          name: pkg.name,
          version: pkg.version,
          purl: pkg.purl,
          path: pkg.path,
        },
      };
    }
    case 'misconfiguration':
      return { path: withLine(finding), container: finding.container };
    default:
      return { path: withLine(finding) };
  }
}

function withLine({ path, startLine }: { path?: string; startLine?: number }) {
  return path && startLine ? `${path}:${startLine}` : path;
}

/** Whether the owner can act at once: a fixed version, or a setting to change. */
export function fixableOf(finding: SourceFinding): boolean {
  switch (finding.kind) {
    case 'vulnerability':
      return finding.fixedVersions.length > 0;
    case 'misconfiguration':
    case 'secret':
      return true;
    default:
      return false;
  }
}
