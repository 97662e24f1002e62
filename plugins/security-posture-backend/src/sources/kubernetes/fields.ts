import { plainText } from 'backstage-plugin-security-posture-node';
import { oneLine } from './oneLine';

/** Enough for every object that a person wrote. */
const MAX_ENTRIES = 500;

/** Whether a value is an object with fields, not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of fields, or undefined. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const field of path) {
    if (!isRecord(at) || !Object.hasOwn(at, field)) return undefined;
    at = at[field];
  }
  return at;
}

/** A text that is not empty, or undefined. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Labels, or another map of short texts; undefined if it is no map. */
export function textMapOf(value: unknown): Record<string, string> | undefined {
  if (!isRecord(value)) return undefined;
  const entries: [string, string][] = [];
  for (const [key, text] of Object.entries(value)) {
    if (entries.length === MAX_ENTRIES) break;
    if (typeof text === 'string' && key !== '__proto__') {
      entries.push([oneLine(key), plainText(text, 300)]);
    }
  }
  return Object.fromEntries(entries);
}

/** Reads a value into plain data, or undefined if it has the wrong type. */
export type Reader = (value: unknown) => unknown;

/**
 * Readers of the optional parts of objects. What has the wrong type is as good
 * as absent, and what is absent stays absent, so that checks can tell. They are
 * plain functions, not schemas: an inventory has a hundred of them per object.
 */
export const field = {
  text(value: unknown): string | undefined {
    const text = textOf(value);
    return text === undefined ? undefined : oneLine(text);
  },
  boolean(value: unknown): boolean | undefined {
    return typeof value === 'boolean' ? value : undefined;
  },
  number(value: unknown): number | undefined {
    return typeof value === 'number' && Number.isFinite(value)
      ? value
      : undefined;
  },
  /** A port, amount or quantity: a number or a text. */
  quantity(value: unknown): number | string | undefined {
    return typeof value === 'string'
      ? oneLine(value, 100)
      : field.number(value);
  },
  texts(value: unknown): string[] | undefined {
    return Array.isArray(value)
      ? value
          .filter((item): item is string => typeof item === 'string')
          .slice(0, MAX_ENTRIES)
          .map(item => oneLine(item))
      : undefined;
  },
  textMap(value: unknown): Record<string, string> | undefined {
    return textMapOf(value);
  },
};

/** Reads an object with some fields. */
export function part(readers: Record<string, Reader>) {
  const fields = Object.entries(readers);
  return (value: unknown): Record<string, unknown> | undefined => {
    if (!isRecord(value)) return undefined;
    const read: Record<string, unknown> = {};
    for (const [name, reader] of fields) {
      const found = value[name];
      const kept = found === undefined ? undefined : reader(found);
      if (kept !== undefined) read[name] = kept;
    }
    return read;
  };
}

/** Reads the elements of a list, without those that have the wrong type. */
export function parts(reader: Reader): Reader {
  return value =>
    Array.isArray(value)
      ? value
          .slice(0, MAX_ENTRIES)
          .map(reader)
          .filter(element => element !== undefined)
      : undefined;
}
