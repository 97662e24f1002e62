const FIRST_SECONDS = 1;
const MOST_SECONDS = 120;

/**
 * Milliseconds to wait before a request is repeated: as long as the backend
 * asks for, up to two minutes, else 1, 2, 4 … seconds, scattered so that jobs which
 * were refused together do not come back together.
 *
 * @param attempt - how often it was tried already, from 1
 * @param retryAfter - the header, in seconds or as a date
 * @param random - from 0 to 1
 */
export function retryDelay(
  attempt: number,
  retryAfter: string | null,
  { now, random }: { now: Date; random: number },
): number {
  const asked = secondsOf(retryAfter, now);
  if (asked !== undefined) return Math.min(asked, MOST_SECONDS) * 1000;
  const seconds = Math.min(FIRST_SECONDS * 2 ** (attempt - 1), MOST_SECONDS);
  return Math.round(seconds * (0.5 + random / 2) * 1000);
}

function secondsOf(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date)
    ? undefined
    : Math.max(0, (date - now.getTime()) / 1000);
}
