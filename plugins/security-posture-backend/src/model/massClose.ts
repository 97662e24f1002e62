/** Fewer findings than these may go at once without anybody wondering. */
export const MASS_CLOSE = 10;

/** For how long a mass close waits for a report that contradicts it, in milliseconds. */
export const MASS_CLOSE_GRACE = 10 * 60_000;
