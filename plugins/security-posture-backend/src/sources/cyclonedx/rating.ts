import type { Severity } from 'backstage-plugin-security-posture-common';
import {
  readSeverity,
  severityOfCvss,
  type CvssScore,
} from 'backstage-plugin-security-posture-node';
import type { Rating, Vulnerability } from './schema';

const worstFirst: Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

const cvssVersions = new Map([
  ['CVSSv2', '2.0'],
  ['CVSSv3', '3.0'],
  ['CVSSv31', '3.1'],
  ['CVSSv4', '4.0'],
]);

/** The worst of the ratings; where one gives a CVSS score only, its rating. */
export function readWorstSeverity({ ratings }: Vulnerability): Severity {
  const given = new Set(ratings.map(severityOf));
  return worstFirst.find(severity => given.has(severity)) ?? 'unknown';
}

function severityOf(rating: Rating | undefined): Severity {
  if (!rating) return 'unknown';
  const stated = readSeverity(rating.severity);
  return stated === 'unknown' && isCvss(rating)
    ? severityOfCvss(rating.score)
    : stated;
}

export function readCvss({ ratings }: Vulnerability): CvssScore[] {
  return ratings
    .filter(rating => !!rating)
    .filter(isCvss)
    .map(({ method, vector, score, source }) => ({
      version: cvssVersions.get(method ?? '') ?? versionOf(vector),
      vector,
      score: isBetween(score, 10) ? score : undefined,
      source: source?.name,
    }))
    .filter(({ vector, score }) => vector !== undefined || score !== undefined);
}

/** Grype writes the EPSS as a rating of FIRST. */
export function readEpss({ ratings }: Vulnerability): number | undefined {
  const epss = ratings.find(
    rating => rating?.source?.name === 'FIRST' && isBetween(rating.score, 1),
  );
  return epss?.score;
}

function isCvss({ method, vector }: Rating): boolean {
  return method === undefined
    ? versionOf(vector) !== undefined
    : cvssVersions.has(method);
}

function versionOf(vector: string | undefined): string | undefined {
  return /^CVSS:(\d\.\d)\//.exec(vector ?? '')?.[1];
}

function isBetween(score: number | undefined, most: number): boolean {
  return score !== undefined && score >= 0 && score <= most;
}
