import { earliest, latest } from './choose';
import type { Move } from './movesOf';
import type { StoredFinding } from './storedRows';

/**
 * A finding made of some of another one's evidence. It is as old as that, and
 * its clock runs from then, or from when the other was opened. What people and
 * documents said to make the other one not count was not said of this one.
 */
export function splitFinding({ from, evidence }: Move): StoredFinding {
  const rows = evidence.map(({ row }) => row);
  const shown = evidence.filter(
    ({ live, row }) => live && row.withdrawn_at === undefined,
  );
  const everLive = evidence.filter(
    ({ live, row }) => live || row.withdrawn_at !== undefined,
  );
  const openedAt =
    from.opened_at &&
    latest([
      from.opened_at,
      earliest(everLive.map(({ row }) => row.first_seen_at)),
    ]);
  const wasOpened = everLive.length > 0 ? openedAt : undefined;
  const over = wasOpened ? 'fixed' : 'absent';
  return {
    ...from,
    first_seen_at:
      earliest(rows.map(row => row.first_seen_at)) ?? from.first_seen_at,
    opened_at: wasOpened,
    state: shown.length > 0 ? from.state : over,
    fixed_at:
      shown.length > 0 || !wasOpened
        ? undefined
        : latest(rows.map(row => row.withdrawn_at)) ?? from.fixed_at,
    suppressed_by: undefined,
    exception_id: undefined,
    vex: undefined,
    triage: isNegative(from.triage) ? undefined : from.triage,
  };
}

function isNegative(triage: string | undefined): boolean {
  return triage === 'not-affected' || triage === 'false-positive';
}
