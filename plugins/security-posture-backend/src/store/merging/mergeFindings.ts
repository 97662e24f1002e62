import type { StoredState } from '../../model/findingState';
import { earliest, latest, leastPermissive } from './choose';
import type { StoredFinding } from './storedRows';

/** A finding that becomes part of another one. */
export interface Part {
  finding: StoredFinding;
  /** Whether what people said of it counts: it does not go with mere evidence. */
  judged: boolean;
}

const mostAliveFirst: StoredState[] = [
  'open',
  'stale',
  'suppressed',
  'fixed',
  'absent',
];

const triages = [
  'affected',
  'under-investigation',
  'not-affected',
  'false-positive',
];

/** As much as a search looks at. */
const MAX_SEARCH_TEXT = 1000;

/**
 * Makes one finding out of several: as old as the oldest, reopened as often as
 * the worst, and suppressed only if all would be. What one was before it was
 * merged is carried over, so that merging is no reopening.
 *
 * The first part gives the wording. Which exception and which VEX
 * statement apply is to be seen anew.
 */
export function mergeFindings(
  to: { id: string; problem: string; locus: string },
  parts: [Part, ...Part[]],
): StoredFinding {
  const all = parts.map(({ finding }) => finding);
  const [wording] = all;
  const [state] = [...all].sort(
    (a, b) => mostAliveFirst.indexOf(a.state) - mostAliveFirst.indexOf(b.state),
  );
  const judging = parts.some(({ judged }) => judged)
    ? parts.filter(({ judged }) => judged).map(({ finding }) => finding)
    : all;
  const due = [...all]
    .filter(({ due_at }) => due_at !== undefined)
    .sort((a, b) => ((a.due_at ?? '') < (b.due_at ?? '') ? -1 : 1))[0];
  return {
    ...wording,
    id: to.id,
    problem: to.problem,
    locus: to.locus,
    title: wording.title === wording.problem ? to.problem : wording.title,
    search_text: searchText(to.problem, all),
    state: state.state,
    suppressed_by: state.suppressed_by,
    severity_rank: state.severity_rank,
    fixable: state.fixable,
    built: state.built,
    running: state.running,
    fixed_at:
      state.state === 'fixed'
        ? latest(all.map(({ fixed_at }) => fixed_at))
        : undefined,
    triage: leastPermissive(
      triages,
      judging.map(({ triage }) => triage),
    ),
    automatable: either(all.map(({ automatable }) => automatable)),
    total_impact: either(all.map(({ total_impact }) => total_impact)),
    first_seen_at:
      earliest(all.map(({ first_seen_at }) => first_seen_at)) ??
      wording.first_seen_at,
    opened_at: earliest(all.map(({ opened_at }) => opened_at)),
    reopened_at: latest(all.map(({ reopened_at }) => reopened_at)),
    reopen_count: Math.max(...all.map(({ reopen_count }) => reopen_count)),
    due_at: due?.due_at,
    due_rule: due?.due_rule,
  };
}

function either(flags: (boolean | undefined)[]): boolean | undefined {
  if (flags.includes(true)) return true;
  return flags.includes(false) ? false : undefined;
}

function searchText(problem: string, findings: StoredFinding[]): string {
  const [{ search_text: text }] = findings;
  const names = new Set(
    [problem, ...findings.map(finding => finding.problem)].map(name =>
      name.toLowerCase(),
    ),
  );
  const missing = [...names].filter(name => !text.includes(name));
  return [...missing, text].join(' ').slice(0, MAX_SEARCH_TEXT);
}
