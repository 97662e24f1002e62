import type { SourceReport } from 'backstage-plugin-security-posture-node';
import { policyOutcomes } from 'backstage-plugin-security-posture-common';
import { isRecord } from './properties';
import type { PolicyReport } from './schema';

/** Why absence from a report does not mean that it is gone; undefined if it does. */
export function readGap(
  document: PolicyReport,
  report: SourceReport,
): string | undefined {
  if (isTruncated(document)) return 'the summary counts more than is listed';
  if (isFiltered(document.configuration)) {
    return 'its statusFilter leaves out fail or warn';
  }
  return report.skippedTotal > 0 ? 'results were skipped' : undefined;
}

/** A report may be cut off at `maxResults`; its summary still counts everything. */
function isTruncated({ results, summary }: PolicyReport): boolean {
  if (!isRecord(summary)) return false;
  let declared = 0;
  for (const outcome of policyOutcomes) {
    const count = summary[outcome];
    if (typeof count === 'number' && count > 0) declared += count;
  }
  return declared > (Array.isArray(results) ? results.length : 0);
}

/** Whether the report is configured to leave out failures or warnings. */
function isFiltered(configuration: unknown): boolean {
  if (!isRecord(configuration) || !isRecord(configuration.limits)) return false;
  const { statusFilter } = configuration.limits;
  return (
    Array.isArray(statusFilter) &&
    statusFilter.length > 0 &&
    !(statusFilter.includes('fail') && statusFilter.includes('warn'))
  );
}
