import { InputError } from '@backstage/errors';
import {
  ReportBuilder,
  type Source,
  type SourceDocument,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { Verification } from './schema';
import { readVerification } from './verification';

/** What `cosign verify --output json` prints: https://docs.sigstore.dev/cosign/verifying/verify/ */
export const cosignSource: Source = {
  id: 'cosign',
  title: 'Cosign',
  stage: 'build',
  looksLike:
    'the list that cosign verify prints, of objects with critical.image and critical.identity',
  recognise(value) {
    return Array.isArray(value)
      ? value.slice(0, 20).some(isVerification)
      : isVerification(value);
  },
  parse(documents) {
    const reports = documents.map(readVerifications);
    if (reports.every(({ attestations }) => attestations.length === 0)) {
      const lost = reports.flatMap(({ skipped }) => skipped).at(0);
      throw new InputError(
        lost
          ? `cosign: ${lost.path}: ${lost.reason}`
          : `cosign: expected ${cosignSource.looksLike}`,
      );
    }
    return reports;
  },
};

function readVerifications({ value, path }: SourceDocument): SourceReport {
  const builder = new ReportBuilder({
    tool: { name: 'cosign' },
    subject: { kind: 'artifact', name: 'unknown' },
  });
  const { report } = builder;
  const keep = (verification: Verification) => {
    report.attestations.push(readVerification(verification));
  };
  if (Array.isArray(value)) {
    builder.each('attestation', value, path, Verification, keep);
  } else {
    builder.one('attestation', value, path, Verification, keep);
  }
  const [first] = report.attestations;
  if (first) report.subject = first.subject;
  return report;
}

function isVerification(element: unknown): boolean {
  if (typeof element !== 'object' || element === null) return false;
  const critical = 'critical' in element ? element.critical : undefined;
  return (
    typeof critical === 'object' &&
    critical !== null &&
    'image' in critical &&
    'identity' in critical
  );
}
