import {
  readTimestamp,
  type SourceContext,
} from 'backstage-plugin-security-posture-node';

const DAY = 24 * 60 * 60 * 1000;

/** The time of a report, unless a broken clock puts it into the future. */
export function generatedAt(
  createdAt: unknown,
  context: SourceContext,
): string | undefined {
  const time = readTimestamp(createdAt);
  return time && Date.parse(time) <= context.receivedAt.getTime() + DAY
    ? time
    : undefined;
}
