import { hash } from 'node:crypto';

/**
 * A stable identifier out of the parts that identify a thing. Parts are
 * separated by a character that no part can hold, so that `a|bc` and `ab|c` differ.
 * Changing this function orphans every stored finding.
 */
export function fingerprint(...parts: string[]): string {
  return hash('sha256', parts.join('\u0000'), 'base64url').slice(0, 32);
}
