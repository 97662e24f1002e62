const RFC3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(\.\d+)?\s*(Z|z|UTC|[+-]\d{2}:?\d{2})?$/;

/** Times outside of this are a broken clock, not a fact. */
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/**
 * A time as a tool writes it (RFC 3339 with any number of digits, or
 * `{seconds, nanos}` of Kubernetes' protobuf) as ISO 8601 in UTC with
 * milliseconds. A time without a zone is UTC.
 *
 * @returns undefined if the value is no time between 1990 and 2200
 * @public
 */
export function readTimestamp(value: unknown): string | undefined {
  const time = milliseconds(value);
  return time !== undefined && time >= EARLIEST && time < LATEST
    ? new Date(time).toISOString()
    : undefined;
}

function milliseconds(value: unknown): number | undefined {
  if (typeof value === 'string') {
    const match = value.length <= 64 ? RFC3339.exec(value.trim()) : null;
    if (!match) return undefined;
    const [, date, clock, fraction = '', zone = 'Z'] = match;
    const offset = zone.startsWith('+') || zone.startsWith('-') ? zone : 'Z';
    const time = Date.parse(
      `${date}T${clock}${fraction.slice(0, 4)}${offset.replace(
        /^([+-]\d{2})(\d{2})$/,
        '$1:$2',
      )}`,
    );
    return Number.isNaN(time) ? undefined : time;
  }
  if (typeof value === 'object' && value !== null && 'seconds' in value) {
    const { seconds } = value;
    if (typeof seconds !== 'number' && typeof seconds !== 'string') {
      return undefined;
    }
    const time = Number(seconds) * 1000;
    return Number.isFinite(time) ? time : undefined;
  }
  return undefined;
}
