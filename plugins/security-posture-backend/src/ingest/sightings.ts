import {
  plainText,
  type SourceFinding,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { worstExploitability } from '../model/deadline';
import { contentHash } from '../model/contentHash';
import {
  controlById,
  problemsOfCheck,
  remediationOf,
  type Control,
} from '../model/controls';
import { locusOf, reportedProblem, stageOf } from '../model/finding';
import { rankOfSeverity } from '../model/severityRank';
import { storedSubject, type StoredSubject } from '../model/subject';
import type { Description, Sighting } from './evidence';
import { detailsOf, fixableOf } from './findingDetails';

/** Canonical ids of vulnerabilities, by the id that a tool gives. */
export type Canonical = ReadonlyMap<string, string>;

export interface SightingOptions {
  /** The tool tells what its ids mean, also where the format is everyone's. */
  toolName: string;
  canonical: Canonical;
  at: string;
}

/**
 * A finding of a report as sightings of durable ones: one, but for a message
 * that names several controls.
 */
export function sightingsOf(
  finding: SourceFinding,
  subject: SourceSubject,
  { toolName, canonical, at }: SightingOptions,
): Sighting[] {
  const reportedId = reportedProblem(finding);
  if (finding.kind !== 'misconfiguration') {
    const problem = canonical.get(reportedId) ?? reportedId;
    return [sightingOf(finding, subject, { problem, reportedId, at })];
  }
  return problemsOfCheck(toolName, reportedId, finding.message).map(problem =>
    sightingOf(finding, subject, { problem, reportedId, at }),
  );
}

/** A finding whose problem is known already, as a sighting of it. */
export function sightingOf(
  finding: SourceFinding,
  subject: SourceSubject,
  identity: { problem: string; reportedId: string; at: string },
): Sighting {
  const { problem, reportedId, at } = identity;
  const stored = storedSubject(subject);
  const control =
    finding.kind === 'misconfiguration' ? controlById(problem) : undefined;
  return {
    subjectId: stored.id,
    kind: finding.kind,
    problem,
    locus: locusOf(finding, control !== undefined),
    firstSeenAt: at,
    lastSeenAt: at,
    contentHash: contentHash(contentOf(finding)),
    describe: () => describe(finding, stored, { problem, reportedId, control }),
  };
}

/** Raised when what is stored of a finding is made of it in another way. */
const EDITION = 1;

/**
 * What tells whether a finding says anything new. The chance of exploitation
 * changes daily and is kept by CVE. Of long texts the length is enough: whoever
 * rewrites one changes that too, and thousands of them need not be compared.
 */
function contentOf(finding: SourceFinding): string {
  if (finding.kind !== 'vulnerability') {
    return EDITION + JSON.stringify(finding);
  }
  const { message = '', references, title, package: pkg, cvss } = finding;
  return JSON.stringify([
    EDITION,
    finding.id,
    finding.aliases,
    finding.severity,
    title,
    message.length,
    finding.remediation,
    references.length,
    references[0],
    pkg.version,
    pkg.purl,
    pkg.path,
    pkg.sourceName,
    pkg.layer,
    finding.fixedVersions,
    finding.fixStatus,
    finding.fixAvailableAt,
    cvss.map(({ vector, score }) => vector ?? score),
    finding.cwes,
    finding.knownExploited,
    finding.reachable,
    finding.suppression,
  ]);
}

function describe(
  finding: SourceFinding,
  subject: StoredSubject,
  identity: { problem: string; reportedId: string; control?: Control },
): Description {
  const { problem, reportedId, control } = identity;
  const rank = rankOfSeverity(finding.severity);
  return {
    stage: stageOf(finding.kind, subject.kind),
    reportedId,
    title: control?.title ?? (plainText(finding.title, 300) || problem),
    severityRank:
      rank === 0 && control ? rankOfSeverity(control.severity) : rank,
    fixable: fixableOf(finding),
    suppressed: finding.suppression !== undefined,
    packageName: packageOf(finding)?.name,
    packageVersion: packageOf(finding)?.version,
    searchText: searchText(finding, problem),
    exploitability:
      finding.kind === 'vulnerability'
        ? worstExploitability(finding.cvss.map(({ vector }) => vector))
        : undefined,
    details: detailsOf(finding, control && remediationOf(control)),
  };
}

function packageOf(finding: SourceFinding) {
  return finding.kind === 'vulnerability' || finding.kind === 'licence'
    ? finding.package
    : undefined;
}

const MAX_SEARCH_TEXT = 1000;

function searchText(finding: SourceFinding, problem: string): string {
  const pkg = packageOf(finding);
  const path = 'path' in finding ? finding.path : undefined;
  const words = [problem, finding.title, pkg?.name, pkg?.path, path];
  if (finding.kind === 'vulnerability') {
    words.push(finding.id, ...finding.aliases);
  }
  return words
    .filter(Boolean)
    .join(' ')
    .slice(0, MAX_SEARCH_TEXT)
    .toLowerCase();
}
