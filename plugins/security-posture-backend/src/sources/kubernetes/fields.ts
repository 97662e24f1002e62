import { plainText } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';
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
export function textMapOf(
  value: unknown,
  length: number = 300,
): Record<string, string> | undefined {
  if (!isRecord(value)) return undefined;
  const entries: [string, string][] = [];
  for (const [key, text] of Object.entries(value)) {
    if (entries.length === MAX_ENTRIES) break;
    if (typeof text === 'string' && key !== '__proto__') {
      entries.push([oneLine(key), plainText(text, length)]);
    }
  }
  return Object.fromEntries(entries);
}

/**
 * Pieces of the schemas of objects. What has the wrong type is as good as
 * absent, and what is absent stays absent, so that checks can tell.
 */
export const field = {
  text: z
    .unknown()
    .optional()
    .transform(value => {
      const text = textOf(value);
      return text === undefined ? undefined : oneLine(text);
    }),
  boolean: z
    .unknown()
    .optional()
    .transform(value => (typeof value === 'boolean' ? value : undefined)),
  number: z
    .unknown()
    .optional()
    .transform(value => (Number.isFinite(value) ? Number(value) : undefined)),
  /** A port, amount or quantity: a number or a text. */
  quantity: z
    .unknown()
    .optional()
    .transform(value => {
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      return typeof value === 'string' ? oneLine(value, 100) : undefined;
    }),
  texts: z
    .unknown()
    .optional()
    .transform(value =>
      Array.isArray(value)
        ? value
            .filter((item): item is string => typeof item === 'string')
            .slice(0, MAX_ENTRIES)
            .map(item => oneLine(item))
        : undefined,
    ),
  textMap: z
    .unknown()
    .optional()
    .transform(value => textMapOf(value)),
};

/** An object with some fields, or undefined. */
export function part<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape).optional().catch(undefined);
}

/** The elements of a list that fit the schema; undefined if it is no list. */
export function parts<S extends z.ZodType>(schema: S) {
  return z
    .unknown()
    .optional()
    .transform((value): z.infer<S>[] | undefined => {
      if (!Array.isArray(value)) return undefined;
      const elements: z.infer<S>[] = [];
      for (const element of value.slice(0, MAX_ENTRIES)) {
        const parsed = schema.safeParse(element);
        if (parsed.success) elements.push(parsed.data);
      }
      return elements;
    });
}
