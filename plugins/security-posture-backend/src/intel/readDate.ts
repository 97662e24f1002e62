import { readTimestamp } from 'backstage-plugin-security-posture-node';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day or a time as ISO 8601 in UTC, a day as its beginning. */
export function readDate(text: string | undefined): string | undefined {
  return text === undefined
    ? undefined
    : readTimestamp(DAY.test(text) ? `${text}T00:00:00Z` : text);
}
