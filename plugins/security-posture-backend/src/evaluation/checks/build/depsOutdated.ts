import { packageOrigin } from '../../../model/packageOrigin';
import { rankOfSeverity } from '../../../model/severityRank';
import type { Check } from '../../Check';
import { artifactsToScan } from '../../currentArtifacts';
import { judgeFindings, vulnerabilities } from '../../judgeFindings';

export const depsOutdated: Check = {
  id: 'build.deps.outdated',
  stage: 'build',
  practices: ['B3'],
  title: 'Dependencies hold no vulnerability that has a fix',
  rule: 'Looks at vulnerabilities with a fix in packages of languages (npm, Maven, PyPI …). Fails if one has the severity of the policy (high by default) or a worse one, and warns on any other. Unknown if nothing tells what kind of package it is.',
  inputs: [
    'Vulnerabilities of images and repositories with the type of their package: Trivy, Grype, osv-scanner, CycloneDX',
  ],
  why: 'The repair exists and only has to be taken. The longer an update waits, the more changes it brings at once and the harder it gets.',
  fix: {
    text: 'Upgrade the packages to the versions that the findings name, and let a bot propose updates from now on.',
    snippet: {
      language: 'json',
      code: '{\n  "$schema": "https://docs.renovatebot.com/renovate-schema.json",\n  "extends": ["config:recommended", ":enableVulnerabilityAlerts"]\n}',
    },
  },
  passes:
    'Every artifact was scanned completely, and no package of a language has a vulnerability with a fix.',
  weight: 0.04,
  reads: ['packages'],
  judge: (facts, { policy: { thresholds } }) =>
    judgeFindings(facts, {
      kind: 'vulnerability',
      artifacts: artifactsToScan(facts),
      judge: ({ fixable, severity, package: pkg }) => {
        if (!fixable) return undefined;
        const origin = packageOrigin(pkg?.type);
        if (origin === 'other') return 'unknown';
        if (origin === 'system') return undefined;
        return rankOfSeverity(severity) >= rankOfSeverity(thresholds.severity)
          ? 'fail'
          : 'warn';
      },
      says: {
        fail: (evidence, named) =>
          `An upgrade of dependencies mends ${vulnerabilities(
            evidence,
          )}: ${named}.`,
        warn: (evidence, named) =>
          `An upgrade of dependencies mends ${vulnerabilities(
            evidence,
          )} of less weight: ${named}.`,
      },
      passes: 'No dependency has a vulnerability with a fix.',
    }),
};
