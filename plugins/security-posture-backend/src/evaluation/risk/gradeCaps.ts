import type { Risk } from 'backstage-plugin-security-posture-common';
import type { FindingFacts } from '../../model/facts';
import { count, namesOf } from '../judgements';

/** A grade that a component cannot be better than, and why. */
export type GradeCap = Risk['caps'][number];

/** What caps a grade however low the risk is, worst first. */
export function capsOfFindings(
  findings: readonly FindingFacts[],
  now: Date,
): GradeCap[] {
  const exploited: FindingFacts[] = [];
  const alerts: FindingFacts[] = [];
  const secrets: FindingFacts[] = [];
  const critical: FindingFacts[] = [];
  for (const finding of findings) {
    const { kind, severity } = finding;
    if (kind === 'secret') secrets.push(finding);
    if (kind === 'alert' && severity === 'critical') alerts.push(finding);
    if (finding.dueAt !== undefined && Date.parse(finding.dueAt) < +now) {
      if (finding.knownExploited) exploited.push(finding);
      if (severity === 'critical') critical.push(finding);
    }
  }
  const caps: GradeCap[] = [];
  if (exploited.length > 0) {
    caps.push({
      grade: 'D',
      reason: `Known to be exploited and past the deadline: ${problems(
        exploited,
      )}.`,
    });
  }
  if (alerts.length > 0) {
    caps.push({
      grade: 'D',
      reason: `${count(
        alerts.length,
        'critical runtime alert is',
        'critical runtime alerts are',
      )} open: ${titles(alerts)}.`,
    });
  }
  if (secrets.length > 0) {
    caps.push({
      grade: 'D',
      reason: `${count(secrets.length, 'secret')} leaked: ${titles(secrets)}.`,
    });
  }
  if (critical.length > 0) {
    caps.push({
      grade: 'C',
      reason: `Critical and past the deadline: ${problems(critical)}.`,
    });
  }
  return caps;
}

// Sorted, so that a reason does not depend on the order of the findings.
function problems(findings: readonly FindingFacts[]): string {
  return namesOf(findings.map(({ problem }) => problem).sort());
}

function titles(findings: readonly FindingFacts[]): string {
  return namesOf(findings.map(({ title }) => title).sort());
}
