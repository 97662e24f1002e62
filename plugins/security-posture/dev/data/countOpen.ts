import type { Finding, Stage } from 'backstage-plugin-security-posture-common';
import { openFindings } from './stagePosture';

/** The counts of a stage, as the backend makes them of its findings. */
export function countOpen(findings: Finding[], stage: Stage) {
  const counted = openFindings();
  for (const finding of findings.filter(({ stage: of }) => of === stage)) {
    const { state, severity, fixedVersions } = finding;
    if (state === 'open') counted.open[severity] += 1;
    else counted[state] += 1;
    if (state === 'open' && fixedVersions.length > 0) counted.fixable += 1;
  }
  return counted;
}
