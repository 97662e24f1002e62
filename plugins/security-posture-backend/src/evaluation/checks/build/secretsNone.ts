import type { Check } from '../../Check';
import { currentArtifacts } from '../../currentArtifacts';
import { judgeFindings } from '../../judgeFindings';
import { count } from '../../judgements';

export const secretsNone: Check = {
  id: 'build.secrets.none',
  stage: 'build',
  practices: ['B7a'],
  title: 'No secret was found',
  rule: 'Fails if a secret is open in an image, in a repository or anywhere else. Warns on one for which nobody looked again. Passes only if every artifact that is built or runs was scanned completely for secrets.',
  inputs: [
    'Secrets in reports of Trivy and Trivy Operator',
    'Secrets in reports of gitleaks, TruffleHog and others, by SARIF',
  ],
  why: 'Who can read the image or the repository has the secret, and copies of it are in every registry mirror, cache and clone.',
  fix: {
    text: 'Rotate the secret first: taking it out does not call it back. Then keep it in a secrets manager and hand it to the build or the workload at run time.',
    snippet: {
      language: 'dockerfile',
      code: 'RUN --mount=type=secret,id=npm_token \\\n    NPM_TOKEN="$(cat /run/secrets/npm_token)" npm ci',
    },
  },
  passes:
    'Every artifact was scanned completely for secrets, and none is open.',
  weight: 0,
  judge: facts =>
    judgeFindings(facts, {
      kind: 'secret',
      artifacts: currentArtifacts(facts),
      judge: () => 'fail',
      says: {
        fail: (evidence, named) =>
          `${count(evidence.length, 'secret')} found: ${named}.`,
        warn: (evidence, named) =>
          `${count(
            evidence.length,
            'secret',
          )} found, and not looked for since: ${named}.`,
      },
      passes: 'Scanned for secrets, and none was found.',
    }),
};
