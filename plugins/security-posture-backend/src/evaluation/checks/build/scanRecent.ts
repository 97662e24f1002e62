import { ageInDays, ago } from '../../age';
import type { Check } from '../../Check';
import { judgeScans } from '../../judgeScans';
import { artifactEvidence } from '../../judgements';
import { freshDays, newestScan } from '../../scans';
import { uploadSnippet } from '../../uploadSnippet';

export const scanRecent: Check = {
  id: 'build.scan.recent',
  stage: 'build',
  practices: ['B5'],
  title: 'What is built and what runs was scanned completely and recently',
  rule: 'Fails if the newest complete scan for vulnerabilities of an image, or of a repository without an image, is older than the policy allows: 7 days for the newest build, 30 days for what runs, by default. Unknown without a complete scan.',
  inputs: [
    'The time of scans in reports of Trivy, Trivy Operator, Grype, osv-scanner, roxctl, SARIF … and attested scans',
  ],
  why: 'An image that never changes becomes vulnerable when somebody finds a fault in what it holds. Only a new scan tells.',
  fix: {
    text: 'Scan what was built every night, not only when it is built, and let an operator scan what runs.',
    snippet: uploadSnippet,
  },
  passes:
    'The newest complete scan of every artifact is as recent as the policy asks.',
  weight: 0,
  judge: (facts, { policy, now }) =>
    judgeScans(facts, {
      judge: artifact => {
        const scan = newestScan(
          artifact,
          'vulnerability',
          ({ complete }) => complete,
        );
        if (!scan) {
          return artifactEvidence(artifact, 'unknown', 'No complete scan');
        }
        const isOld = ageInDays(scan.at, now) > freshDays(artifact, policy);
        return artifactEvidence(
          artifact,
          isOld ? 'fail' : 'pass',
          `${scan.tool} scanned it ${ago(scan.at, now)}`,
          scan.at,
        );
      },
      fails: 'was not scanned completely for too long',
      unknown: 'was never scanned completely for vulnerabilities',
      passes: 'Scanned completely and recently',
    }),
};
