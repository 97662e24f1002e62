import { plainText } from 'backstage-plugin-security-posture-node';
import type { PolicyReport } from './schema';
import { isRecord } from './properties';

// What other sources call the same engine.
const engineNames = new Map([
  ['validatingadmissionpolicy', 'validating-admission-policy'],
]);

/** The engine behind a `source` as it is spelled in a result. */
export function readEngine(source: string): string {
  const name = plainText(source, 100).toLowerCase();
  return engineNames.get(name) ?? name;
}

/** The engine of the results that do not name their source. */
export function defaultEngine(report: PolicyReport): string {
  if (report.source) return readEngine(report.source);
  return isOfKyverno(report.metadata?.labels) ? 'kyverno' : 'policy-report';
}

function isOfKyverno(labels: unknown): boolean {
  if (!isRecord(labels)) return false;
  if (labels['app.kubernetes.io/managed-by'] === 'kyverno') return true;
  // Kyverno labels a report with the policies in it: `cpol.kyverno.io/<name>`.
  for (const key in labels) {
    if (key.includes('.kyverno.io/')) return true;
  }
  return false;
}
