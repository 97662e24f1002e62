import { plainText } from 'backstage-plugin-security-posture-node';

const MAX_TEXT = 4000;
const MAX_ELEMENTS = 1000;

/** JSON for a column: texts and lists inside are cut, so that no document makes a row of megabytes. */
export function boundedJson(value: unknown): string {
  return JSON.stringify(value, (_, inner) => {
    if (typeof inner === 'string') return plainText(inner, MAX_TEXT);
    return Array.isArray(inner) ? inner.slice(0, MAX_ELEMENTS) : inner;
  });
}
