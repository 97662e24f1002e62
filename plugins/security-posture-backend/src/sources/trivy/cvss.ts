import type { CvssScore } from 'backstage-plugin-security-posture-node';
import { plainText } from 'backstage-plugin-security-posture-node';

const VECTOR =
  /^(?:CVSS:(?:3\.0|3\.1|4\.0)\/)?(?:[A-Za-z]{1,3}:[A-Za-z]{1,5}\/?)+$/;
const MOST_SOURCES = 10;

/** The scores of Trivy's map from a source (`nvd`, `ghsa` …) to its scores. */
export function cvssScores(value: unknown): CvssScore[] {
  const scores: CvssScore[] = [];
  if (!isMap(value)) return scores;
  for (const key of Object.keys(value).slice(0, MOST_SOURCES)) {
    const entry = value[key];
    if (!isMap(entry)) continue;
    const source = plainText(key, 100);
    const add = (vector: unknown, score: unknown, version?: string) => {
      const read = scoreOf(vector, score, version, source);
      if (read) scores.push(read);
    };
    add(entry.V40Vector, entry.V40Score, '4.0');
    add(entry.V3Vector, entry.V3Score);
    add(entry.V2Vector, entry.V2Score, '2.0');
  }
  return scores;
}

function scoreOf(
  rawVector: unknown,
  rawScore: unknown,
  versionOfField: string | undefined,
  source: string,
): CvssScore | undefined {
  const vector = readVector(rawVector);
  const score =
    typeof rawScore === 'number' && rawScore >= 0 && rawScore <= 10
      ? Math.abs(rawScore)
      : undefined;
  // Trivy writes 0 beside an absent vector for "no score".
  if (!vector && !score) return undefined;
  const version = vector?.startsWith('CVSS:')
    ? vector.slice(5, 8)
    : versionOfField;
  return { version, vector, score, source };
}

function readVector(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 200 && VECTOR.test(value)
    ? value
    : undefined;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
