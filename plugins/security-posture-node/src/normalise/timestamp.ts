const RFC3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(\.\d+)?\s*(Z|z|UTC|[+-]\d{2}:?\d{2})?$/;

// A time in UTC whose every part is in range, so that no calendar is needed.
const PLAIN =
  /^(?:199\d|2[01]\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,12})?Z$/;

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
  const plain = typeof value === 'string' ? PLAIN.exec(value) : null;
  if (plain) {
    const [text, fraction = '.'] = plain;
    return `${text.slice(0, 19)}${fraction.slice(0, 4).padEnd(4, '0')}Z`;
  }
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
