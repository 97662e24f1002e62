import { ageInDays, ago } from '../../age';
import type { Check } from '../../Check';
import { judgeScans } from '../../judgeScans';
import { artifactEvidence } from '../../judgements';
import { freshDays, newestLook } from '../../scans';
import { uploadSnippet } from '../../uploadSnippet';

export const scanStale: Check = {
  id: 'gate.scan-stale',
  stage: 'build',
  practices: ['B8', 'B8b'],
  title: 'No scan is out of date',
  rule: 'Fails if the newest scan for vulnerabilities of an image that is built or runs, or the newest of any kind of a repository without an image, complete or not, is older than the policy allows: 7 days for the newest build, 30 days for what runs, by default. Unknown for what was never scanned, which gate.scan-missing fails on.',
  inputs: [
    'The time of scans in reports of Trivy, Trivy Operator, Grype, osv-scanner, roxctl, SARIF … and attested scans',
  ],
  why: 'Vulnerabilities are published every day. What an old scan says of an image is no longer so.',
  fix: {
    text: 'Scan the image again, with a database of vulnerabilities that is up to date, and send the report.',
    snippet: uploadSnippet,
  },
  passes: 'The newest scan of every artifact is as recent as the policy asks.',
  weight: 0,
  judge: (facts, { policy, now }) =>
    judgeScans(facts, {
      judge: artifact => {
        const scan = newestLook(artifact);
        if (!scan)
          return artifactEvidence(artifact, 'unknown', 'Never scanned');
        const isOld = ageInDays(scan.at, now) > freshDays(artifact, policy);
        return artifactEvidence(
          artifact,
          isOld ? 'fail' : 'pass',
          `${scan.tool} scanned it ${ago(scan.at, now)}`,
          scan.at,
        );
      },
      fails: 'was not scanned for too long',
      unknown: 'was never scanned for vulnerabilities',
      passes: 'Scanned recently',
    }),
};
