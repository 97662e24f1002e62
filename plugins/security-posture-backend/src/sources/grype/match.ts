import {
  firstLine,
  plainText,
  readLinks,
  readSeverity,
  type CvssScore,
  type Suppression,
  type VulnerabilityFinding,
} from 'backstage-plugin-security-posture-node';
import { readPackage } from './artifact';
import { readDay, readExploitation } from './exploitation';
import type {
  IgnoredMatch,
  Match,
  RelatedVulnerability,
  Score,
  Vulnerability,
} from './schema';

/** @param baseLayers - digests of the layers that came with the base image */
export function readMatch(
  match: Match,
  baseLayers: readonly string[],
): VulnerabilityFinding {
  const { vulnerability, artifact } = match;
  const related = match.relatedVulnerabilities.filter(item => !!item);
  const description =
    vulnerability.description ?? related.find(describes)?.description ?? '';
  return {
    kind: 'vulnerability',
    id: vulnerability.id,
    aliases: [...new Set(related.map(({ id }) => id))].filter(
      id => id !== vulnerability.id,
    ),
    severity: readSeverity(vulnerability.severity),
    title: firstLine(description) || `${vulnerability.id} in ${artifact.name}`,
    message: plainText(description) || undefined,
    references: readReferences(vulnerability, related),
    package: readPackage(artifact, baseLayers),
    fixedVersions: readFixedVersions(match),
    fixStatus: readFixStatus(vulnerability.fix?.state),
    fixAvailableAt: readFixDate(vulnerability),
    cvss: readCvss(vulnerability, related),
    cwes: readCwes(vulnerability),
    ...readExploitation(vulnerability),
  };
}

/** A match that the user's rules or VEX documents took out of the result. */
export function readIgnoredMatch(
  match: IgnoredMatch,
  baseLayers: readonly string[],
): VulnerabilityFinding {
  return {
    ...readMatch(match, baseLayers),
    suppression: readSuppression(match),
  };
}

function readSuppression({ appliedIgnoreRules }: IgnoredMatch): Suppression {
  const rules = appliedIgnoreRules.filter(rule => !!rule);
  const vex = rules.find(rule => rule['vex-status'] !== undefined);
  const [rule] = vex ? [vex] : rules;
  const fixState = rule?.['fix-state'];
  const statement =
    rule?.reason ??
    rule?.['vex-justification'] ??
    (fixState ? `fix state: ${fixState}` : undefined);
  return {
    reason: vex ? 'not-affected' : 'ignored',
    ...(statement ? { statement: plainText(statement) } : {}),
  };
}

function describes({ description }: RelatedVulnerability): boolean {
  return description !== undefined;
}

function readReferences(
  { dataSource, urls, links, advisories }: Vulnerability,
  related: RelatedVulnerability[],
): string[] {
  return readLinks([
    dataSource,
    ...advisories.map(advisory => advisory?.link),
    ...related.map(item => item.dataSource),
    ...(Array.isArray(urls) ? urls : []),
    ...(Array.isArray(links) ? links : []),
  ]);
}

function readFixedVersions({ vulnerability, matchDetails }: Match): string[] {
  const { fix, fixedInVersion } = vulnerability;
  const versions = (fix?.versions ?? [fixedInVersion]).flatMap(
    version => version || [],
  );
  const nearest = matchDetails
    .map(detail => detail?.fix?.suggestedVersion)
    .find(version => version !== undefined && versions.includes(version));
  return [...new Set(nearest ? [nearest, ...versions] : versions)];
}

function readFixStatus(state: string | undefined): string | undefined {
  if (state === undefined || state === 'unknown') return undefined;
  return state === 'wont-fix' ? 'will-not-fix' : state;
}

function readFixDate({ fix }: Vulnerability): string | undefined {
  const [earliest] = (fix?.available ?? [])
    .map(available => readDay(available?.date))
    .filter(date => date !== undefined)
    .sort();
  return earliest;
}

function readCvss(
  { cvss, cvssV2, cvssV3 }: Vulnerability,
  related: RelatedVulnerability[],
): CvssScore[] {
  // An advisory for several CVEs has no score of its own.
  const others = related.length === 1 ? related[0].cvss : [];
  const scores: CvssScore[] = [...cvss, ...others]
    .filter(item => !!item)
    .map(({ version, vector, source, metrics }) => ({
      version,
      vector,
      score: metrics?.baseScore,
      source,
    }));
  if (cvssV2) scores.push(scoreOf('2.0', cvssV2));
  if (cvssV3) scores.push(scoreOf(versionOf(cvssV3.vector), cvssV3));
  return scores;
}

function scoreOf(version: string, { vector, baseScore }: Score): CvssScore {
  return { version, vector, score: baseScore };
}

function versionOf(vector: string | undefined): string {
  return vector?.startsWith('CVSS:3.1/') ? '3.1' : '3.0';
}

function readCwes({ cwes }: Vulnerability): string[] {
  const ids = cwes.flatMap(item =>
    typeof item === 'object' ? item.cwe : item ?? [],
  );
  return [...new Set(ids)];
}
