import type {
  SourceFinding,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { decodeBody } from '../../src/ingest/decode';
import { recognise } from '../../src/ingest/recognise';
import { controlById, problemsOfCheck } from '../../src/model/controls';
import { locusOf, reportedProblem } from '../../src/model/finding';
import { findingId } from '../../src/model/findingId';
import { storedSubject } from '../../src/model/subject';
import { builtInSources } from '../../src/sources/registry';

const receivedAt = new Date('2026-11-23T12:00:00.000Z');

/** What was read, held as long as ingesting a report holds it. */
export interface Reading {
  sourceId: string;
  reports: unknown[];
  findingIds: string[];
}

/** All that is done to a body before the store is asked: decode, validate, normalise, identify. */
export function readReports(body: Buffer): Reading {
  const { documents } = decodeBody(body, {
    isDocument: value => builtInSources.some(source => source.recognise(value)),
  });
  const { recognised } = recognise(builtInSources, documents);
  const findingIds: string[] = [];
  const reports = recognised.flatMap(({ source, documents: own }) => {
    const parsed = source.parse(own, { receivedAt });
    for (const { findings, subject } of parsed) {
      for (const finding of findings) {
        identify(finding, finding.subject ?? subject, source.id, findingIds);
      }
    }
    return parsed;
  });
  return { sourceId: recognised[0].source.id, reports, findingIds };
}

function identify(
  finding: SourceFinding,
  subject: SourceSubject,
  sourceId: string,
  ids: string[],
): void {
  const subjectId = storedSubject(subject).id;
  const reported = reportedProblem(finding);
  const problems =
    finding.kind === 'misconfiguration'
      ? problemsOfCheck(sourceId, reported, finding.message)
      : [reported];
  for (const problem of problems) {
    const locus = locusOf(finding, controlById(problem) !== undefined);
    ids.push(findingId({ subjectId, kind: finding.kind, problem, locus }));
  }
}

/** JSON.parse of the same bytes; NDJSON line by line. Throws for YAML. */
export function parseJson(body: Buffer): unknown {
  const text = body.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => JSON.parse(line));
  }
}
