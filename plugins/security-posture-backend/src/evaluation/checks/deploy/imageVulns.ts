import type { Check } from '../../Check';
import { judgeFindings, vulnerabilities } from '../../judgeFindings';
import { runningImages } from '../../running';

export const imageVulns: Check = {
  id: 'deploy.image.vulns',
  stage: 'deploy',
  practices: ['D1', 'D1a'],
  title: 'What runs has no grave vulnerability that could be mended',
  rule: 'Fails if an image that runs has an open vulnerability that is known to be exploited, or one of critical or high severity with a fix. Passes only if every image that runs was scanned completely.',
  inputs: [
    'Vulnerabilities of the digests that run (Trivy, Grype, trivy-operator, RHACS …)',
    'What runs (trivy-operator, AdmissionReview, audit event, RHACS, sensors)',
  ],
  why: 'A clean build protects nobody while the old image still runs. Joined with how it is deployed, this is the risk of a deployment.',
  fix: {
    text: 'Roll out the newest build if it is already clean; else upgrade the packages, build and roll out.',
    snippet: {
      language: 'shell',
      code: 'kubectl set image deployment/shop app=registry.example/shop@sha256:…\nkubectl rollout status deployment/shop',
    },
  },
  passes:
    'Every image that runs was scanned, and has no open vulnerability that is exploited, or grave and fixable.',
  weight: 0,
  judge: facts => {
    const running = runningImages(facts);
    const { type } = facts.component;
    if (
      type === 'library' &&
      running.length === 0 &&
      facts.workloads.length === 0
    ) {
      return {
        result: 'not-applicable',
        summary: 'A library is not deployed.',
        evidence: [],
      };
    }
    return judgeFindings(facts, {
      kind: 'vulnerability',
      artifacts: running,
      judge: ({ running: runs, knownExploited, fixable, severity }) => {
        const isGrave = severity === 'critical' || severity === 'high';
        return runs && (knownExploited || (fixable && isGrave))
          ? 'fail'
          : undefined;
      },
      says: {
        fail: (worst, named) =>
          `${vulnerabilities(worst)} in what runs: ${named}.`,
        warn: (worst, named) =>
          `${vulnerabilities(
            worst,
          )} in what runs, not looked for since: ${named}.`,
      },
      passes:
        'What runs has no vulnerability that is exploited, or grave and fixable.',
    });
  },
};
