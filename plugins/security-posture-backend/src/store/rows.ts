/** A time as the database gives it: a Date on PostgreSQL, a text on SQLite. */
export type DbTime = Date | string;

export function isoTime(time: DbTime): string {
  // SQLite gives back the text that was written.
  const isWritten =
    typeof time === 'string' && time.length === 24 && time.endsWith('Z');
  return isWritten ? time : new Date(time).toISOString();
}

export function optionalIsoTime(time: DbTime | null): string | undefined {
  return time === null ? undefined : isoTime(time);
}

/** SQLite has no booleans. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 1;
}

/** Columns that are null have no value. */
export function present<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

/** Counts are texts on PostgreSQL. */
export function asCount(value: unknown): number {
  return Number(value ?? 0);
}
