import type { Severity } from 'backstage-plugin-security-posture-common';
import type { SourceReport } from 'backstage-plugin-security-posture-node';
import { nonZero, plus, spelt, tally, total, type Tally } from './tally';

const severityOfLevel: Record<string, Severity> = {
  error: 'high',
  warning: 'medium',
  note: 'low',
  none: 'info',
};

/** Counts of one run in the manifest. */
interface Run {
  results: number;
  effectiveLevel: Tally;
  securitySeverityBucket: Tally;
  kinds: Tally;
  baselineState: Tally;
}

/** Every run is a report; what it speaks of decides the kind of its results. */
export function sarifCounts(
  { results, perRun }: { results?: number; perRun?: Run[] },
  reports: SourceReport[],
) {
  const runs = perRun ?? [];
  const findings = reports.flatMap(report => report.findings);
  return {
    read: {
      ours: nonZero({
        elements: total(plus(...reports.map(({ read }) => nonZero(read)))),
      }),
      counted: nonZero({ elements: results }),
    },
    severities: {
      ours: tally(findings.map(({ severity }) => severity)),
      counted: nonZero(plus(...runs.map(severitiesOf))),
    },
    outcomes: {
      ours: nonZero({
        pass: reports.flatMap(({ passes }) => passes).length,
        absent: reports.reduce((sum, one) => sum + one.skippedTotal, 0),
      }),
      counted: nonZero({
        pass: runs.reduce((sum, { kinds }) => sum + (kinds.pass ?? 0), 0),
        // What an earlier run found and this one did not is left out.
        absent: runs.reduce(
          (sum, { baselineState }) => sum + (baselineState.absent ?? 0),
          0,
        ),
      }),
    },
  };
}

/**
 * Results of rules with a score have the severity of the score, others that of
 * their level. No run of the corpus mixes both.
 */
function severitiesOf(run: Run): Tally {
  const { '(none)': unscored = 0, ...scored } = run.securitySeverityBucket;
  if (unscored === 0 && run.results > 0) {
    return spelt(scored, bucket => (bucket === 'none' ? 'info' : bucket));
  }
  const counts = spelt(
    run.effectiveLevel,
    level => severityOfLevel[level] ?? level,
  );
  // No finding is made of a pass, which has the level note in the corpus, nor
  // of a result that is gone, which has warning.
  const { pass = 0 } = run.kinds;
  const { absent = 0 } = run.baselineState;
  return {
    ...counts,
    low: (counts.low ?? 0) - pass,
    medium: (counts.medium ?? 0) - absent,
  };
}
