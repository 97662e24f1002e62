import { type ReportBuilder } from 'backstage-plugin-security-posture-node';
import { keepCheck } from './check';
import { isRecord } from './reportContent';
import { Check } from './schema';

/** Reads the checks of a workload; Starboard kept those of pods and containers apart. */
export function readChecks(
  builder: ReportBuilder,
  report: Record<string, unknown>,
  path: string,
): void {
  const kind = 'misconfiguration';
  const { checks, podChecks, containerChecks } = report;
  const keep = (check: Check) => keepCheck(builder.report, check);
  builder.each(kind, checks, `${path}.checks`, Check, keep);
  // Starboard 0.14 wrote all checks, and the two parts again.
  if (Array.isArray(checks)) return;
  builder.each(kind, podChecks, `${path}.podChecks`, Check, keep);
  if (!isRecord(containerChecks)) return;
  for (const [container, list] of Object.entries(containerChecks)) {
    const at = `${path}.containerChecks.${container}`;
    builder.each(kind, list, at, Check, check =>
      keepCheck(builder.report, check, container),
    );
  }
}
