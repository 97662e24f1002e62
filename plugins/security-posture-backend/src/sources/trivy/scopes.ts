import type { FindingKind } from 'backstage-plugin-security-posture-common';
import type {
  SourceContext,
  SourceReport,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import type { Result } from './schema';

const kinds = [
  'vulnerability',
  'misconfiguration',
  'secret',
  'licence',
] as const;
type TrivyKind = (typeof kinds)[number];

/**
 * Which scanners ran. Trivy does not say: the sender may; else what the report
 * holds proves it, and a report that shows no sign of chosen scanners was made
 * with the defaults.
 */
export function scannersOf(
  report: SourceReport,
  results: Result[],
  context: SourceContext,
  defaults: readonly TrivyKind[],
): Set<FindingKind> {
  if (context.scanners) return new Set(context.scanners);
  const ran = new Set<FindingKind>(kinds.filter(kind => report.read[kind]));
  const classes = new Set(results.map(result => result.Class));
  if (classes.has('config')) ran.add('misconfiguration');
  if (classes.has('license') || classes.has('license-file')) ran.add('licence');
  // Neither is on by default, so whoever sees one of them chose the scanners.
  const areChosen = ran.has('misconfiguration') || ran.has('licence');
  if (!areChosen) defaults.forEach(kind => ran.add(kind));
  return ran;
}

/** Adds a scope of a subject for each scanner that ran. */
export function addScopes(
  report: SourceReport,
  options: {
    ran: Iterable<FindingKind>;
    subject: SourceSubject;
    part?: string;
    isWhole: boolean;
  },
): void {
  const { ran, subject, part, isWhole } = options;
  const ranKinds = new Set(ran);
  for (const kind of kinds) {
    if (!ranKinds.has(kind)) continue;
    report.scopes.push({
      kind,
      subject,
      ...(part ? { part } : {}),
      // What was skipped may be what is still there.
      complete:
        isWhole &&
        !report.skippedByKind[kind] &&
        !report.skippedByKind.suppressed,
    });
  }
}
