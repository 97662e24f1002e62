/** The instant that every report counts back from. */
export const BASE_TIME = new Date('2026-01-15T12:00:00.000Z');

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** So many days, hours and minutes before the base instant. */
export function ago(days: number, hours = 0, minutes = 0): Date {
  return new Date(
    BASE_TIME.getTime() - days * DAY - hours * HOUR - minutes * 60_000,
  );
}

export function plusSeconds(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}

/** `2026-01-14T09:12:31Z`, as Kubernetes writes it. */
export function isoSeconds(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** `2026-01-14T09:12:31.000123456Z`: the digits below a second are given. */
export function isoNanoseconds(at: Date, nanoseconds: number): string {
  const digits = String(nanoseconds).padStart(9, '0');
  return at.toISOString().replace(/\.\d+Z$/, `.${digits}Z`);
}
