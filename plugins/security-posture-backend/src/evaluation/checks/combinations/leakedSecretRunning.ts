import type { Check } from '../../Check';
import { findingsOn } from '../../findingsOn';
import { subjectNames } from '../../judgeImages';
import { judgeMeetings } from '../../judgeMeetings';
import {
  artifactEvidence,
  artifactName,
  findingEvidence,
} from '../../judgements';
import { runningImages } from '../../running';
import { unlessTruncated } from '../../truncation';

export const leakedSecretRunning: Check = {
  id: 'combination.leaked-secret-running',
  stage: 'runtime',
  practices: ['B7a', 'B7b', 'D1b'],
  title: 'No image that runs carries a secret',
  rule: 'Fails if a running image holds an open secret, warns if nobody looked for it again for too long.',
  inputs: [
    'Secrets that scanners found in images, by digest',
    'Running images, by cluster reports, admission and manifests',
  ],
  why: 'Every node, registry cache and person that can pull the image has the secret already, and since the image is in use the secret most likely works.',
  fix: {
    text: 'Rotate the secret first: removing it from the image does not take it back. Then mount the new one from a secret store, and roll out an image without it.',
    snippet: {
      language: 'dockerfile',
      code: 'RUN --mount=type=secret,id=token,env=TOKEN npm ci',
    },
  },
  passes: 'Every running image was scanned for secrets and holds none.',
  weight: 0.4,
  looksAt: 'component',
  judge: facts =>
    unlessTruncated(
      facts,
      judgeMeetings(
        facts,
        runningImages(facts).map(image => {
          const { half, worst, findings } = findingsOn(
            facts,
            [image],
            'secret',
          );
          return {
            first: true,
            second: half,
            worst,
            evidenceOf: result => [
              artifactEvidence(image, result, artifactName(image)),
              ...findings.map(finding => findingEvidence(finding, result)),
            ],
          };
        }),
        {
          meets: worst => `${subjectNames(worst)} runs with a secret inside.`,
          pass: 'No image that runs holds a secret.',
          unknown:
            'Either nothing is known to run, or what runs was not scanned for secrets.',
        },
      ),
    ),
};
