import { aboutPods } from '../../aboutPods';
import type { Check } from '../../Check';
import { type Fault, judgeControl } from '../../judgeControl';
import { namesSecret } from '../../secretNames';

export const secretsEnv: Check = {
  id: 'deploy.secrets.env',
  stage: 'deploy',
  practices: ['B7c'],
  title: 'No secrets in environment variables',
  rule: 'Fails if a variable that is named like a secret has its value in the manifest, or a tool reports it. Warns if a variable takes its value from a Secret.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Findings and passed controls of Kyverno, kube-linter, Kubescape, Polaris, RHACS …',
  ],
  why: 'Everybody who can read the manifest reads the secret. Variables are inherited by every process, and end up in crash reports and logs.',
  fix: {
    text: 'Move the value into a secrets manager and rotate it, for it is known. Mount it as a file that the process reads.',
    snippet: {
      language: 'yaml',
      code: 'containers:\n  - name: app\n    volumeMounts:\n      - name: database\n        mountPath: /run/secrets/database\n        readOnly: true\nvolumes:\n  - name: database\n    secret:\n      secretName: database',
    },
  },
  passes: 'No variable is named like a secret or takes its value from one.',
  weight: 0.15,
  judge: facts =>
    judgeControl(aboutPods(facts), {
      controls: ['secret-in-environment'],
      does: 'has secrets in its environment',
      faultsOf: ({ containers }) =>
        containers.flatMap(({ name: container, env = [], envFrom = [] }) => [
          ...env.flatMap(({ name, from, source }): Fault[] => {
            if (from === 'secret') {
              const title = `${name} from Secret ${source ?? 'unknown'}`;
              return [{ title, container, result: 'warn' }];
            }
            return from === 'literal' && namesSecret(name)
              ? [{ title: `${name} with its value`, container }]
              : [];
          }),
          ...envFrom
            .filter(({ from }) => from === 'secret')
            .map(
              ({ source }): Fault => ({
                title: `everything in Secret ${source ?? 'unknown'}`,
                container,
                result: 'warn',
              }),
            ),
        ]),
    }),
};
