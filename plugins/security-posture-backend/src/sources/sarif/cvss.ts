import type { CvssScore } from 'backstage-plugin-security-posture-node';
import type { FindingInput } from './finding';

// Trivy names its score so, and Dependency-Check its own.
const kinds = [
  ['2.0', 'cvssv2_vector', ['cvssv2_score']],
  ['3.1', 'cvssv3_vector', ['cvssv3_baseScore', 'cvssV3']],
  ['4.0', 'cvssv40_vector', ['cvssv40_score']],
] as const;

export function cvssOf({ result, rule }: FindingInput): CvssScore[] {
  const values = new Map<string, unknown>([
    ...entries(rule?.properties),
    ...entries(result.properties),
  ]);
  if (values.size === 0) return [];
  return kinds.flatMap(([version, vectorKey, scoreKeys]) => {
    const vector = readVector(values.get(vectorKey));
    const score = scoreKeys
      .map(key => readScore(values.get(key)))
      .find(value => value !== undefined);
    if (vector === undefined && score === undefined) return [];
    return [
      {
        version: vector?.startsWith('CVSS:3.0/') ? '3.0' : version,
        vector,
        score,
      },
    ];
  });
}

function entries(properties: unknown): [string, unknown][] {
  return typeof properties === 'object' && properties !== null
    ? Object.entries(properties)
    : [];
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
