import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { ArtifactFacts, ComponentFacts } from '../model/facts';
import type { Judgement } from './Check';
import { artifactsToScan } from './currentArtifacts';
import { subjectName, subjectNames } from './judgeImages';
import { count, eachOf, judgementOf } from './judgements';

export interface ScanRule {
  /** Judges the scans of one artifact. */
  judge(artifact: ArtifactFacts): Evidence;
  /** For the summary, after the names of artifacts: `was never scanned`. */
  fails: string;
  /** `was never scanned completely` */
  unknown: string;
  /** What is so on all: `Scanned within 7 days`. */
  passes: string;
}

/** Judges whether what has to be scanned for vulnerabilities was. */
export function judgeScans(
  facts: ComponentFacts,
  { judge, fails, unknown, passes }: ScanRule,
): Judgement {
  return judgementOf(artifactsToScan(facts).map(judge), {
    fail: worst => `${eachOf(worst.map(subjectName))} ${fails}.`,
    warn: worst => `${eachOf(worst.map(subjectName))} ${fails}.`,
    pass: all => `${passes}: ${count(all.length, 'artifact')}.`,
    unknown: worst =>
      worst.length > 0
        ? `${subjectNames(worst)} ${unknown}.`
        : 'No image or repository of this component is known.',
    'not-applicable': 'Nothing to judge.',
  });
}
