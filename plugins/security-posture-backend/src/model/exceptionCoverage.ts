import {
  exceptionScopes,
  type ExceptionScope,
} from 'backstage-plugin-security-posture-common';

/** An approved exception that speaks of a finding, or of it in one of its components. */
export interface ExceptionMatch {
  findingId: string;
  exceptionId: string;
  scope: ExceptionScope;
  /** No value: it has no date. */
  expiresAt?: string;
  /** The component through which it matches, for scopes `component` and `system`. */
  entityRef?: string;
  /** How many components the finding's subject belongs to. */
  components: number;
}

/**
 * The exception that covers each finding. One that speaks of a component counts
 * only if all components of the subject are covered, each by whichever: nobody
 * accepts a risk for another team. Of several, the narrowest stands for them,
 * then the one that lasts longest.
 */
export function chooseExceptions(
  matches: ExceptionMatch[],
): Map<string, string> {
  const byFinding = new Map<string, ExceptionMatch[]>();
  for (const match of matches) {
    const known = byFinding.get(match.findingId);
    if (known) known.push(match);
    else byFinding.set(match.findingId, [match]);
  }
  const chosen = new Map<string, string>();
  for (const [findingId, found] of byFinding) {
    const [best] = covering(found).sort(byPreference);
    if (best) chosen.set(findingId, best.exceptionId);
  }
  return chosen;
}

function covering(matches: ExceptionMatch[]): ExceptionMatch[] {
  const refs = new Set(matches.flatMap(({ entityRef }) => entityRef ?? []));
  return matches.filter(
    ({ entityRef, components }) =>
      entityRef === undefined || refs.size === components,
  );
}

function byPreference(a: ExceptionMatch, b: ExceptionMatch): number {
  return (
    exceptionScopes.indexOf(a.scope) - exceptionScopes.indexOf(b.scope) ||
    compare(b.expiresAt ?? '9', a.expiresAt ?? '9') ||
    compare(a.exceptionId, b.exceptionId)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
