import {
  plainText,
  readImageReference,
  readRepository,
  readTimestamp,
  type SourceAttestation,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import type { Claims, Verification } from './schema';

const SIGNATURE = 'cosign container image signature';

export function readVerification({
  critical,
  optional: claims,
}: Verification): SourceAttestation {
  return {
    subject: subjectOf(critical),
    predicateType: text(critical.type, 300) ?? SIGNATURE,
    builderId: text(claims?.['1.3.6.1.4.1.57264.1.9'], 1000),
    sourceRepository: repositoryOf(claims),
    sourceCommit: text(
      claims?.['1.3.6.1.4.1.57264.1.13'] ?? claims?.githubWorkflowSha,
      100,
    ),
    signer: text(claims?.Subject, 1000),
    issuer: text(claims?.Issuer, 1000),
    finishedAt: readTimestamp({
      seconds: claims?.Bundle?.Payload?.integratedTime,
    }),
    verified: true,
  };
}

function subjectOf({
  identity,
  image,
}: Verification['critical']): SourceSubject {
  const reference = identity['docker-reference'];
  const digest = image['docker-manifest-digest'];
  const read = readImageReference(reference);
  return read
    ? { ...read, digest }
    : {
        kind: 'artifact',
        name: plainText(reference, 500) || 'unknown',
        digest,
      };
}

function repositoryOf(claims: Claims | undefined): string | undefined {
  const source = readRepository(claims?.['1.3.6.1.4.1.57264.1.12']);
  const project = claims?.githubWorkflowRepository;
  return source ?? (project && readRepository(`https://github.com/${project}`));
}

function text(value: string | undefined, length: number): string | undefined {
  return value === undefined
    ? undefined
    : plainText(value, length) || undefined;
}
