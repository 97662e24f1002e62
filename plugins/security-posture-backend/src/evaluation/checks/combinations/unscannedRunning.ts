import type { Check } from '../../Check';
import { subjectNames } from '../../judgeImages';
import { judgeMeetings } from '../../judgeMeetings';
import { artifactEvidence, artifactName } from '../../judgements';
import { runningImages } from '../../running';
import { newestScan } from '../../scans';
import { uploadSnippet } from '../../uploadSnippet';

export const unscannedRunning: Check = {
  id: 'combination.unscanned-running',
  stage: 'runtime',
  practices: ['B5', 'R1'],
  title: 'Nothing runs that nobody ever scanned',
  rule: 'Fails if an image runs of whose digest no scan for vulnerabilities is known, neither from CI nor from the cluster.',
  inputs: [
    'Running images, by cluster reports, admission and manifests',
    'Scans for vulnerabilities of any source, by digest',
  ],
  why: 'What was never scanned looks clean everywhere, on every list and in every count, and is the part of the service of which least is known.',
  fix: {
    text: 'Scan the digest that runs and send the report; then add the scan to the pipeline, so that it stays known.',
    snippet: uploadSnippet,
  },
  passes: 'Some tool scanned the digest of every running image.',
  weight: 0.3,
  looksAt: 'component',
  judge: facts =>
    judgeMeetings(
      facts,
      runningImages(facts).map(image => {
        const scan = newestScan(image, 'vulnerability');
        return {
          first: true,
          // Scans are known by digest: without one they cannot be missed.
          second: scan || image.digest ? !scan : undefined,
          evidenceOf: result => [
            artifactEvidence(
              image,
              result,
              `${artifactName(image)}: ${
                scan ? `scanned by ${scan.tool}` : 'no scan is known'
              }`,
              scan?.at,
            ),
          ],
        };
      }),
      {
        meets: worst => `${subjectNames(worst)} runs and was never scanned.`,
        pass: 'Everything that runs was scanned.',
        unknown: 'Nothing is known to run, or not by which digest.',
      },
    ),
};
