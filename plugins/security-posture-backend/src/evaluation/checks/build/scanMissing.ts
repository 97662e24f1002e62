import type { Check } from '../../Check';
import { artifactsToScan } from '../../currentArtifacts';
import { judgeScans } from '../../judgeScans';
import { artifactEvidence } from '../../judgements';
import { newestLook } from '../../scans';
import { uploadSnippet } from '../../uploadSnippet';

export const scanMissing: Check = {
  id: 'gate.scan-missing',
  stage: 'build',
  practices: ['B8', 'B8b'],
  title: 'What is built and what runs was scanned',
  rule: 'Fails if an image that is built or runs was never scanned for vulnerabilities, or a repository without an image was never scanned at all, and if no artifact of the component is known at all. Never unknown: a build of which nothing is known is not to pass.',
  inputs: [
    'Scans in reports of Trivy, Trivy Operator, Grype, osv-scanner, roxctl, CycloneDX, SARIF … and attested scans',
  ],
  why: 'Without a scan nobody knows what goes to production, and no other check of vulnerabilities says anything.',
  fix: {
    text: 'Scan the image in the pipeline that builds it, before it is pushed, and send the report with the reference or the digest of the image.',
    snippet: uploadSnippet,
  },
  passes:
    'A report for vulnerabilities was received of every artifact that is built or runs.',
  weight: 0,
  judge: facts => {
    if (artifactsToScan(facts).length === 0) {
      return {
        result: 'fail',
        summary: 'No image or repository of this component was ever scanned.',
        evidence: [
          {
            kind: 'component',
            result: 'fail',
            title: `${facts.component.entityRef} has no image or repository that was scanned`,
          },
        ],
      };
    }
    return judgeScans(facts, {
      judge: artifact => {
        const scan = newestLook(artifact);
        return scan
          ? artifactEvidence(
              artifact,
              'pass',
              `${scan.tool} scanned it`,
              scan.at,
            )
          : artifactEvidence(artifact, 'fail', 'Never scanned');
      },
      fails: 'was never scanned',
      unknown: 'may not have been scanned',
      passes: 'Scanned for vulnerabilities',
    });
  },
};
