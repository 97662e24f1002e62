import { count } from './judgements';

const DAY = 86_400_000;

/** Days between a moment and the clock; negative if it lies ahead. */
export function ageInDays(at: string, now: Date): number {
  return (now.getTime() - Date.parse(at)) / DAY;
}

/** `today`, `1 day ago`, `12 days ago`. */
export function ago(at: string, now: Date): string {
  const days = Math.floor(ageInDays(at, now));
  return days < 1 ? 'today' : `${count(days, 'day')} ago`;
}
