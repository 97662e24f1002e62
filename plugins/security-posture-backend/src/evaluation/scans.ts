import type {
  Evidence,
  FindingKind,
} from 'backstage-plugin-security-posture-common';
import type { ArtifactFacts, ScanFacts } from '../model/facts';
import type { PolicyRules } from '../model/policyRules';
import { artifactEvidence } from './judgements';

const wanted: Partial<Record<FindingKind, string>> = {
  vulnerability: 'vulnerabilities',
  secret: 'secrets',
};

/** The newest scan of an artifact for something; undefined if there is none. */
export function newestScan(
  { scans }: ArtifactFacts,
  kind: FindingKind,
  isWanted: (scan: ScanFacts) => boolean = () => true,
): ScanFacts | undefined {
  return scans
    .filter(scan => scan.kind === kind && isWanted(scan))
    .reduce<ScanFacts | undefined>(
      (newest, scan) => (newest && newest.at >= scan.at ? newest : scan),
      undefined,
    );
}

/**
 * The newest scan that says whether somebody looked at an artifact at all: of an
 * image one for vulnerabilities, of a repository any, for code, secrets …
 */
export function newestLook(artifact: ArtifactFacts): ScanFacts | undefined {
  return artifact.kind === 'image'
    ? newestScan(artifact, 'vulnerability')
    : artifact.scans.reduce<ScanFacts | undefined>(
        (newest, scan) => (newest && newest.at >= scan.at ? newest : scan),
        undefined,
      );
}

/** For how many days a scan of an artifact stays fresh. */
export function freshDays(
  { built }: ArtifactFacts,
  { freshness }: PolicyRules,
): number {
  return built ? freshness.buildScanDays : freshness.runningScanDays;
}

/**
 * What an artifact on which nothing was found tells: that it is in order only
 * after a scan that looked at all of it.
 */
export function scanEvidence(
  artifact: ArtifactFacts,
  kind: 'vulnerability' | 'secret',
): Evidence {
  const things = wanted[kind] ?? kind;
  const complete = newestScan(artifact, kind, scan => scan.complete);
  if (complete) {
    return artifactEvidence(
      artifact,
      'pass',
      `${complete.tool} looked for ${things}`,
      complete.at,
    );
  }
  const partial = newestScan(artifact, kind);
  return partial
    ? artifactEvidence(
        artifact,
        'unknown',
        `${partial.tool} looked for ${things} in a part only`,
        partial.at,
      )
    : artifactEvidence(artifact, 'unknown', `Never scanned for ${things}`);
}
