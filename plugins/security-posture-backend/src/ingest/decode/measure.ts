import { PayloadTooLargeError } from '../../model/errors';
import type { DecodeLimits } from './limits';
import type { ReadValue } from './readJson';

/** Values take at most some thirty times the bytes of their JSON. */
const HARMLESS_BYTES = 4 * 1024 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** 1 for the characters that come before an element. */
const beforeElement = new Uint8Array(256);
for (const character of ',[{') beforeElement[character.charCodeAt(0)] = 1;

/**
 * Refuses JSON with so many elements that nothing may be built of it. Smaller
 * bodies are measured by their values only, which takes far less time.
 */
export function guardJson(
  text: string,
  bytes: Uint8Array,
  limits: DecodeLimits,
): void {
  if (bytes.length <= HARMLESS_BYTES) return;
  // This counts what is inside of texts as well: never too few.
  if (countAtMost(bytes) <= limits.maxElements) return;
  if (countElements(text) > limits.maxElements) {
    tooMuch('more elements than', 'maxElements', limits);
  }
}

function countAtMost(bytes: Uint8Array): number {
  let count = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    count += beforeElement[bytes[at]];
  }
  return count;
}

function countElements(text: string): number {
  let elements = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at + 1);
    else if (code < beforeElement.length) elements += beforeElement[code];
  }
  return elements;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start);
  while (end >= 0 && isEscaped(text, end, start)) {
    end = text.indexOf('"', end + 1);
  }
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, quote: number, start: number): boolean {
  let at = quote - 1;
  while (at >= start && text.charCodeAt(at) === BACKSLASH) at -= 1;
  return (quote - 1 - at) % 2 === 1;
}

/** Refuses a body that is too deep, has too many elements or too long a text. */
export function measureValues(
  values: readonly ReadValue[],
  limits: DecodeLimits,
): void {
  const left = { depth: limits.maxDepth, elements: limits.maxElements };
  for (const { value } of values) measure(value, left, limits);
  if (left.elements < 0) tooMuch('more elements than', 'maxElements', limits);
}

interface Left {
  depth: number;
  elements: number;
}

/** Recursion is bounded by the limit of the depth. */
function measure(value: unknown, left: Left, limits: DecodeLimits): void {
  left.elements -= 1;
  if (typeof value === 'string') {
    if (value.length > limits.maxStringLength) {
      tooMuch('a text is longer than', 'maxStringLength', limits);
    }
  } else if (isRecord(value)) {
    if (left.elements < 0) tooMuch('more elements than', 'maxElements', limits);
    if (left.depth === 0) tooMuch('nested deeper than', 'maxDepth', limits);
    left.depth -= 1;
    if (Array.isArray(value)) {
      for (let at = 0; at < value.length; at += 1) {
        measure(value[at], left, limits);
      }
    } else {
      // Twice as fast as over a list of the values. JSON inherits nothing.
      // eslint-disable-next-line guard-for-in
      for (const key in value) measure(value[key], left, limits);
    }
    left.depth += 1;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function tooMuch(
  what: string,
  limit: keyof DecodeLimits,
  limits: DecodeLimits,
): never {
  throw new PayloadTooLargeError(
    `The body is refused: ${what} ${limit} (${limits[limit]})`,
  );
}
