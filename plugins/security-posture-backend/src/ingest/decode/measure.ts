import { PayloadTooLargeError } from '../../model/errors';
import type { DecodeLimits } from './limits';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Refuses JSON that is too deep, has too many elements or too long a text,
 * before anything is built of it. One pass, no recursion, no allocation.
 */
export function measureJson(text: string, limits: DecodeLimits): void {
  let depth = 0;
  let deepest = 0;
  let elements = 1;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case QUOTE: {
        const end = endOfString(text, at + 1);
        if (end - at > limits.maxStringLength) {
          tooMuch('a text is longer than', 'maxStringLength', limits);
        }
        at = end;
        break;
      }
      case COMMA:
        elements += 1;
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        elements += 1;
        depth += 1;
        if (depth > deepest) deepest = depth;
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth -= 1;
        break;
      default:
    }
  }
  if (deepest > limits.maxDepth)
    tooMuch('nested deeper than', 'maxDepth', limits);
  if (elements > limits.maxElements) {
    tooMuch('more elements than', 'maxElements', limits);
  }
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

/** The same limits for a value that was not read from JSON. */
export function measureValue(root: unknown, limits: DecodeLimits): void {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  let elements = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    elements += 1;
    if (elements > limits.maxElements) {
      tooMuch('more elements than', 'maxElements', limits);
    }
    if (typeof value === 'string' && value.length > limits.maxStringLength) {
      tooMuch('a text is longer than', 'maxStringLength', limits);
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= limits.maxDepth)
      tooMuch('nested deeper than', 'maxDepth', limits);
    for (const child of Object.values(value)) {
      open.push({ value: child, depth: depth + 1 });
    }
  }
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
