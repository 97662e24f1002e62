import type { FindingFacts } from '../../../model/facts';
import { rankOfSeverity } from '../../../model/severityRank';

/** Orders findings: what is known to be exploited, then by severity, then by its chance. */
export function worstFirst(a: FindingFacts, b: FindingFacts): number {
  return (
    Number(b.knownExploited) - Number(a.knownExploited) ||
    rankOfSeverity(b.severity) - rankOfSeverity(a.severity) ||
    (b.epss ?? 0) - (a.epss ?? 0) ||
    Number(a.id > b.id) - Number(a.id < b.id)
  );
}
