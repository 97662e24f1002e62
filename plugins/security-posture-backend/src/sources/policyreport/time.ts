import { readTimestamp } from 'backstage-plugin-security-posture-node';
import { isRecord } from './properties';

/**
 * The time of a result: `{seconds, nanos}`, or a text. `readTimestamp` takes
 * the seconds for a number or a text, and throws on an object in their place.
 */
export function readTime(value: unknown): string | undefined {
  if (typeof value === 'string') return readTimestamp(value);
  if (!isRecord(value)) return undefined;
  const { seconds } = value;
  return typeof seconds === 'number' || typeof seconds === 'string'
    ? readTimestamp({ seconds })
    : undefined;
}
