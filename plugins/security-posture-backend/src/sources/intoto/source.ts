import { InputError } from '@backstage/errors';
import {
  plainText,
  ReportBuilder,
  type Source,
  type SourceDocument,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { readPredicate } from './predicate';
import { Statement } from './schema';
import { type FoundStatement, shapeOf, statementsOf } from './statements';
import { MAX_SUBJECTS, subjectsOf } from './subject';

/** in-toto statements, bare, in DSSE envelopes and in Sigstore bundles: https://github.com/in-toto/attestation */
export const intotoSource: Source = {
  id: 'intoto',
  title: 'in-toto attestations',
  stage: 'build',
  looksLike:
    'a statement with "_type": "https://in-toto.io/Statement/…", a DSSE envelope with payloadType and payload, or a Sigstore bundle with dsseEnvelope',
  recognise(value) {
    return shapeOf(value) !== undefined;
  },
  parse(documents) {
    const reports = documents.map(readDocument);
    if (reports.every(({ attestations }) => attestations.length === 0)) {
      const lost = reports.flatMap(({ skipped }) => skipped).at(0);
      throw new InputError(
        lost
          ? `intoto: ${lost.path}: ${lost.reason}`
          : `intoto: expected ${intotoSource.looksLike}`,
      );
    }
    return reports;
  },
};

function readDocument(document: SourceDocument): SourceReport {
  const builder = new ReportBuilder({
    tool: { name: 'in-toto' },
    subject: { kind: 'artifact', name: 'unknown' },
  });
  for (const found of statementsOf(document)) keepStatement(found, builder);
  const { report } = builder;
  const [first] = report.attestations;
  if (first) {
    report.subject = first.subject;
    report.generatedAt = first.finishedAt;
    report.commit = first.sourceCommit;
  }
  return report;
}

function keepStatement(found: FoundStatement, builder: ReportBuilder): void {
  const { path, value, problem } = found;
  if (problem !== undefined) {
    builder.count('attestation');
    builder.skip('attestation', path, problem);
    return;
  }
  builder.one('attestation', value, path, Statement, statement => {
    const { subject: list, predicateType, predicate } = statement;
    const subjects = subjectsOf(list);
    if (subjects.length === 0) {
      return 'subject: expected a name, a uri or a sha256 digest';
    }
    if (subjects.length === MAX_SUBJECTS && list.length > MAX_SUBJECTS) {
      builder.warn(
        `${path} names ${list.length} subjects; the first ${MAX_SUBJECTS} are kept`,
      );
    }
    const facts = readPredicate(predicateType, predicate);
    for (const subject of subjects) {
      builder.report.attestations.push({
        subject,
        predicateType: plainText(predicateType, 500),
        ...facts,
        verified: false,
      });
    }
    return undefined;
  });
}
