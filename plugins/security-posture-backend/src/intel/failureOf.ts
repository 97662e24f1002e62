import { plainText } from 'backstage-plugin-security-posture-node';

/** Why a feed could not be read, in one bounded line. */
export function failureOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return plainText(message, 500) || 'unknown failure';
}
