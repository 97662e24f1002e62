import type { ComponentDay } from 'backstage-plugin-security-posture-common';
import { DateTime } from 'luxon';

/** A day on which nothing was judged, unless told more. */
export function day(
  name: string,
  more: Partial<ComponentDay> = {},
): ComponentDay {
  return {
    day: name,
    counts: {},
    newFindings: 0,
    fixedFindings: 0,
    reopenedFindings: 0,
    sla: { due: 0, breached: 0, met: 0 },
    ...more,
  };
}

/** The name of a day so many days ago, in UTC. */
export function dayBefore(days: number): string {
  return DateTime.utc().minus({ days }).toFormat('yyyy-MM-dd');
}

const risks = [
  12, 12, 13, 12, 11, 11, 12, 14, 14, 13, 13, 12, 12, 13, 15, 15, 14, 14, 16,
  16, 15, 15, 15, 15.4, 18, 19, 22, 23, 25, 26, 27.4,
];

/** 30 days and today; on two of them nobody looked. */
export const exampleHistory: ComponentDay[] = risks
  .map((risk, index) =>
    day(dayBefore(risks.length - 1 - index), { risk, grade: 'D' }),
  )
  .filter((_, index) => index !== 9 && index !== 10);

/** It went down, slowly. */
export const cleanHistory: ComponentDay[] = [30, 24, 17, 9, 3.2].flatMap(
  (risk, week) =>
    Array.from({ length: 6 }, (_, index) =>
      day(dayBefore(29 - week * 6 - index), { risk, grade: 'A' }),
    ),
);
