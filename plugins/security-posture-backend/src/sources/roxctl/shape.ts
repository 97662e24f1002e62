/** `results` of `--output json`, or `alerts` of `--json` before 3.66. */
export type Shape = 'results' | 'alerts';

export function shapeOf(document: unknown): Shape | undefined {
  if (!isRecord(document)) return undefined;
  const { results, summary, alerts } = document;
  if (isSummary(summary)) {
    if (results === undefined || results === null) {
      // Without violations there are no results; other tools have summaries too.
      return Object.keys(document).length === 1 || results === null
        ? 'results'
        : undefined;
    }
    if (Array.isArray(results) && results.slice(0, 5).some(isEntity)) {
      return 'results';
    }
  }
  return Array.isArray(alerts) && alerts.slice(0, 5).some(isUnstored)
    ? 'alerts'
    : undefined;
}

function isSummary(value: unknown): boolean {
  return (
    isRecord(value) &&
    ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'TOTAL'].every(
      key => typeof value[key] === 'number',
    )
  );
}

function isEntity(value: unknown): boolean {
  return (
    isRecord(value) && ('violatedPolicies' in value || isRecord(value.metadata))
  );
}

/** Alerts that RHACS stores have an id. */
function isUnstored(value: unknown): boolean {
  return (
    isRecord(value) &&
    !value.id &&
    isRecord(value.policy) &&
    Array.isArray(value.violations)
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
