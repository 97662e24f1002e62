import { DateTime, type DurationLikeObject } from 'luxon';

/** As the API writes times: UTC, with milliseconds. */
export function ago(duration: DurationLikeObject): string {
  return new Date(DateTime.now().minus(duration).toMillis()).toISOString();
}

export function ahead(duration: DurationLikeObject): string {
  return new Date(DateTime.now().plus(duration).toMillis()).toISOString();
}
