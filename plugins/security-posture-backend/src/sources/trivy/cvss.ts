import type { CvssScore } from 'backstage-plugin-security-posture-node';
import { plainText } from 'backstage-plugin-security-posture-node';

const VECTOR = /^(CVSS:(3\.0|3\.1|4\.0)\/)?([A-Za-z]{1,3}:[A-Za-z]{1,5}\/?)+$/;
const MOST_SOURCES = 10;
const fields = [
  ['V40Vector', 'V40Score', '4.0'],
  ['V3Vector', 'V3Score', undefined],
  ['V2Vector', 'V2Score', '2.0'],
] as const;

/** The scores of Trivy's map from a source (`nvd`, `ghsa` …) to its scores. */
export function cvssScores(value: unknown): CvssScore[] {
  if (!isMap(value)) return [];
  const scores: CvssScore[] = [];
  for (const [source, entry] of Object.entries(value).slice(0, MOST_SOURCES)) {
    if (!isMap(entry)) continue;
    for (const [vectorField, scoreField, version] of fields) {
      const score = scoreOf(entry[vectorField], entry[scoreField], version);
      if (score) scores.push({ ...score, source: plainText(source, 100) });
    }
  }
  return scores;
}

function scoreOf(
  vectorValue: unknown,
  scoreValue: unknown,
  versionOfField: string | undefined,
): CvssScore | undefined {
  const vector =
    typeof vectorValue === 'string' && vectorValue.length <= 200
      ? VECTOR.exec(vectorValue)
      : null;
  const score =
    typeof scoreValue === 'number' && scoreValue >= 0 && scoreValue <= 10
      ? Math.abs(scoreValue)
      : undefined;
  // Trivy writes 0 beside an absent vector for "no score".
  if (!vector && !score) return undefined;
  const version = vector?.[2] ?? versionOfField;
  return {
    ...(version ? { version } : {}),
    ...(vector ? { vector: vector[0] } : {}),
    ...(score !== undefined ? { score } : {}),
  };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
