import { z } from 'zod';
import { plainText } from './text';
import { readTimestamp } from './timestamp';

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function readLine(value: unknown): string | undefined {
  return typeof value === 'string'
    ? plainText(value, 500) || undefined
    : undefined;
}

function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

function readBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function readTexts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is string => typeof item === 'string');
}

function readTextMap(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && entry[0] !== '__proto__',
    ),
  );
}

/** Compiled when it is first needed, because a start needs few of them. */
function readerOf<S extends z.ZodType>(
  schema: S,
): (value: unknown) => z.output<S> | undefined {
  let compiled: S | undefined;
  return value => {
    if (value === undefined) return undefined;
    compiled ??= z.compile(schema);
    return compiled.safeParse(value).data;
  };
}

/**
 * A value of any type, read by a function in one step. A chain of `optional`,
 * `catch` and `transform` takes several times as long and leaves garbage, and a
 * failure that is caught costs the making of an error.
 */
function reads<T>(
  read: (value: unknown) => T,
): z.ZodOptional<z.ZodCustom<T, T>> {
  return z.custom<T>().overwrite(read).optional();
}

/** As `reads`, where what is absent is a list or map without anything in it. */
function readsOr<T extends object>(
  read: (value: unknown) => T,
): z.ZodDefault<z.ZodCustom<T, T>> {
  return z
    .custom<T>()
    .overwrite(read)
    .default(() => read(undefined));
}

/**
 * Pieces of a source's schema for the parts of a document that are welcome but
 * not needed: a value of the wrong type, or null, is as good as absent.
 *
 * @public
 */
export const lenient = {
  /** A text, or undefined. Empty texts are absent. */
  text: reads(readText),
  /** As plain text of at most 500 characters, or undefined. */
  line: reads(readLine),
  /** A finite number, or undefined. */
  number: reads(readNumber),
  boolean: reads(readBoolean),
  /** The texts of a list; other elements are left out. */
  texts: readsOr(readTexts),
  /** An ISO 8601 time, or undefined. */
  timestamp: reads(readTimestamp),
  /** The texts of a map; other values are left out. */
  textMap: readsOr(readTextMap),
  /** What the schema reads, or undefined. */
  part<S extends z.ZodType>(schema: S) {
    return reads(readerOf(schema));
  },
  /** The readable elements of a list; `undefined` stands for the others. */
  list<S extends z.ZodType>(element: S) {
    const read = readerOf(element);
    return readsOr(value => (Array.isArray(value) ? value.map(read) : []));
  },
};

/**
 * A text that an element cannot do without, as plain text of at most 500 characters.
 *
 * @public
 */
export const requiredLine = z
  .string()
  .overwrite(text => plainText(text, 500))
  .min(1, 'expected a text');
