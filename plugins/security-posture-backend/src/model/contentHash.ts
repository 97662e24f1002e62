import { hash } from 'node:crypto';

/** Tells whether a text changed; no key to anything, so it is short. */
export function contentHash(text: string): string {
  return hash('sha1', text, 'base64').slice(0, 16);
}
