import type { SkippedElement } from 'backstage-plugin-security-posture-common';
import type { SourceDocument } from 'backstage-plugin-security-posture-node';
import type { ReadValue } from './readJson';

type Json = Record<string, unknown>;

export interface Unwrapped {
  documents: SourceDocument[];
  skipped: SkippedElement[];
}

/** Envelopes hold envelopes (an array of lists), but never many of them. */
const MAX_ENVELOPES = 8;

/**
 * Takes documents out of lists, arrays and event envelopes. An array that a
 * source knows as a whole (`isDocument`) stays one document.
 */
export function unwrap(
  values: ReadValue[],
  isDocument: (value: SourceDocument['value']) => boolean,
): Unwrapped {
  const result: Unwrapped = { documents: [], skipped: [] };
  for (const { value, path } of values) {
    open(value, path, isDocument, result, 0);
  }
  return result;
}

function open(
  value: unknown,
  path: string,
  isDocument: (value: SourceDocument['value']) => boolean,
  result: Unwrapped,
  level: number,
): void {
  const deeper = (inner: unknown, at: string) =>
    open(inner, at, isDocument, result, level + 1);
  if (!Array.isArray(value) && !isJson(value)) {
    result.skipped.push({ path, reason: 'not an object' });
  } else if (level > MAX_ENVELOPES) {
    result.skipped.push({ path, reason: 'too many envelopes' });
  } else if (Array.isArray(value)) {
    if (isDocument(value)) {
      result.documents.push({ value, path });
    } else {
      value.forEach((element, index) => deeper(element, `${path}[${index}]`));
    }
  } else {
    const items = listItems(value);
    if (items) {
      items.forEach((item, index) => deeper(item, `${path}.items[${index}]`));
    } else if (isCloudEvent(value)) {
      deeper(value.data, `${path}.data`);
    } else if ('operatorObject' in value && typeof value.verb === 'string') {
      // What was deleted is no report; its source says what that means.
      if (value.verb === 'delete') {
        result.documents.push({ value, path });
      } else {
        deeper(value.operatorObject, `${path}.operatorObject`);
      }
    } else {
      result.documents.push({ value, path });
    }
  }
}

/** Items of a typed list leave out what the list says once. */
function listItems({ kind, apiVersion, items }: Json): unknown[] | undefined {
  if (!Array.isArray(items)) return undefined;
  const isList =
    kind === undefined || (typeof kind === 'string' && kind.endsWith('List'));
  if (!isList) return undefined;
  if (typeof kind !== 'string' || kind === 'List') return items;
  const itemKind = kind.slice(0, -'List'.length);
  return items.map(item =>
    isJson(item) &&
    !(Object.hasOwn(item, 'kind') && Object.hasOwn(item, 'apiVersion'))
      ? { kind: itemKind, apiVersion, ...item }
      : item,
  );
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCloudEvent({ specversion, type, data }: Json): boolean {
  return (
    typeof specversion === 'string' &&
    typeof type === 'string' &&
    typeof data === 'object'
  );
}
