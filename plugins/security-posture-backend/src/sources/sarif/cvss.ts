import type { CvssScore } from 'backstage-plugin-security-posture-node';
import type { FindingInput } from './findingInput';
import { readProperties } from './rule';
import type { Properties } from './schema';

/** Scores out of the properties of a result, else of its rule. */
export function cvssOf({ result, rule }: FindingInput): CvssScore[] {
  const own = readProperties(result.properties);
  const scores = own ? scoresOf(own) : [];
  return scores.length === 0 && rule?.properties
    ? scoresOf(rule.properties)
    : scores;
}

function scoresOf(properties: Properties): CvssScore[] {
  const scores: CvssScore[] = [];
  const { cvssv3_baseScore: base3, cvssV3: other3 } = properties;
  add(scores, '2.0', properties.cvssv2_vector, properties.cvssv2_score);
  add(scores, '3.1', properties.cvssv3_vector, base3 ?? other3);
  add(scores, '4.0', properties.cvssv40_vector, properties.cvssv40_score);
  return scores;
}

function add(
  scores: CvssScore[],
  version: string,
  rawVector: unknown,
  rawScore: unknown,
): void {
  const vector = readVector(rawVector);
  const score = readScore(rawScore);
  if (vector === undefined && score === undefined) return;
  const is30 = vector?.startsWith('CVSS:3.0/');
  scores.push({ version: is30 ? '3.0' : version, vector, score });
}

function readVector(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9:./-]{10,200}$/.test(value)
    ? value
    : undefined;
}

function readScore(value: unknown): number | undefined {
  const score =
    typeof value === 'string' && /^\d{1,2}(\.\d{1,4})?$/.test(value)
      ? Number(value)
      : value;
  // Zero stands for a score that is missing.
  return typeof score === 'number' && score > 0 && score <= 10
    ? score
    : undefined;
}
