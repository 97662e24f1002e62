import type { Check } from '../../Check';
import { currentArtifacts } from '../../currentArtifacts';
import { judgeFindings } from '../../judgeFindings';
import { count } from '../../judgements';

export const secretsPlaintext: Check = {
  id: 'build.secrets.plaintext',
  stage: 'build',
  practices: ['B7b'],
  title: 'No secret is stored unencrypted',
  rule: 'Fails if a secret is open in a file of an image or a repository. Warns on one for which nobody looked again, and on one of which the file is not known. Passes only if every artifact that is built or runs was scanned completely for secrets.',
  inputs: [
    'Secrets with the path of their file in reports of Trivy, Trivy Operator, gitleaks, TruffleHog and others',
  ],
  why: 'A file in a repository or an image is kept for ever in its history and its layers, readable for all who may pull.',
  fix: {
    text: 'Rotate the secret, take the file out, and store the new one encrypted or in a secrets manager. A file that was committed stays in the history.',
    snippet: {
      language: 'shell',
      code: 'sops encrypt --in-place config/secrets.enc.yaml\nkubeseal --format yaml < secret.yaml > sealed-secret.yaml',
    },
  },
  passes:
    'Every artifact was scanned completely for secrets, and no file holds one.',
  weight: 0,
  judge: facts =>
    judgeFindings(facts, {
      kind: 'secret',
      artifacts: currentArtifacts(facts),
      judge: ({ subject, path }) => {
        const isFile =
          subject.kind === 'image' ||
          subject.kind === 'repository' ||
          subject.kind === 'artifact';
        if (!isFile) return undefined;
        return path === undefined ? 'warn' : 'fail';
      },
      says: {
        fail: (evidence, named) =>
          `${count(evidence.length, 'secret')} in plain text: ${named}.`,
        warn: (evidence, named) =>
          `${count(evidence.length, 'secret')} may be in plain text: ${named}.`,
      },
      passes: 'Scanned for secrets, and no file holds one.',
    }),
};
