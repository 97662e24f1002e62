import type {
  CheckResult,
  Evidence,
} from 'backstage-plugin-security-posture-common';
import type {
  ArtifactFacts,
  ComponentFacts,
  FindingFacts,
} from '../model/facts';
import type { Judgement } from './Check';
import { isSeenOn } from './currentArtifacts';
import { subjectNames } from './judgeImages';
import { count, findingEvidence, judgementOf } from './judgements';
import { scanEvidence } from './scans';
import { unlessTruncated } from './truncation';
import { findingsOfKind } from './findingsOfKind';

export interface FindingRule {
  kind: 'vulnerability' | 'secret';
  /** What has to be scanned, for the absence of findings to mean anything. */
  artifacts: ArtifactFacts[];
  /** What a finding of the kind means; undefined: it does not count here. */
  judge(finding: FindingFacts): 'fail' | 'warn' | 'unknown' | undefined;
  /** `2 secrets are open`, for the summary; `named` lists some of them. */
  says: Record<
    'fail' | 'warn',
    (evidence: Evidence[], named: string) => string
  >;
  /** What is so if nothing is found. */
  passes: string;
}

/**
 * Judges by findings of scans. It is in order only if every artifact was
 * scanned completely and nothing that counts was found. A stale finding, which
 * nobody looked for again, is no failure any more, and no proof of a repair: it
 * warns.
 */
export function judgeFindings(
  facts: ComponentFacts,
  { kind, artifacts, judge, says, passes }: FindingRule,
): Judgement {
  const counted: { finding: FindingFacts; result: CheckResult }[] = [];
  for (const finding of findingsOfKind(facts, kind)) {
    const result = judge(finding);
    if (result === undefined) continue;
    counted.push({ finding, result: finding.isStale ? 'warn' : result });
  }
  const evidence = [
    ...counted.map(({ finding, result }) => evidenceOf(finding, result)),
    ...artifacts
      .filter(
        artifact => !counted.some(({ finding }) => isSeenOn(finding, artifact)),
      )
      .map(artifact => scanEvidence(artifact, kind)),
  ];
  const named = (worst: Evidence[]) =>
    [...new Set(worst.map(({ title }) => title))].slice(0, 2).join('; ');
  const judgement = judgementOf(evidence, {
    fail: worst => says.fail(worst, named(worst)),
    warn: worst => says.warn(worst, named(worst)),
    pass: passes,
    unknown: worst =>
      worst.length > 0
        ? `Not enough is known of ${subjectNames(worst)}.`
        : 'No image or repository of this component is known.',
    'not-applicable': 'Nothing to judge.',
  });
  return unlessTruncated(facts, judgement);
}

/** `2 vulnerabilities` */
export function vulnerabilities(evidence: Evidence[]): string {
  return count(evidence.length, 'vulnerability', 'vulnerabilities');
}

function evidenceOf(finding: FindingFacts, result: CheckResult): Evidence {
  const stale = finding.isStale ? ', not looked for since' : '';
  return {
    ...findingEvidence(finding, result),
    title: `${titleOf(finding)}${stale}`,
  };
}

function titleOf(finding: FindingFacts): string {
  const { kind, problem, title, path, fixedVersions } = finding;
  if (kind === 'secret') return path ? `${title} in ${path}` : title;
  const { name, version } = finding.package ?? {};
  const place = name ? ` in ${[name, version].filter(Boolean).join(' ')}` : '';
  const fixed =
    fixedVersions.length > 0 ? `, fixed in ${fixedVersions[0]}` : '';
  return `${problem}${place}${fixed}`;
}
