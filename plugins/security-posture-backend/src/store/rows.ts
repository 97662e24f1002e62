/** A time as the database gives it: a Date on PostgreSQL, a text on SQLite. */
export type DbTime = Date | string;

export function isoTime(time: DbTime): string {
  return new Date(time).toISOString();
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
