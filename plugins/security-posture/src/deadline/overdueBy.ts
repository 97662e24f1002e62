import { DateTime, Duration } from 'luxon';

/** For how long a moment has passed, in the largest of days, hours and minutes: "2 days". */
export function overdueBy(dueAt: string, now: DateTime): string {
  const passed = now.diff(DateTime.fromISO(dueAt));
  const unit = (['days', 'hours', 'minutes'] as const).find(
    candidate => passed.as(candidate) >= 1,
  );
  if (!unit) return Duration.fromObject({ minutes: 1 }).toHuman();
  return Duration.fromObject({ [unit]: Math.floor(passed.as(unit)) }).toHuman();
}
