import { z } from 'zod';
import { readTimestamp } from './timestamp';

/**
 * Pieces of a source's schema for the parts of a document that are welcome but
 * not needed: a value of the wrong type, or null, is as good as absent.
 *
 * @public
 */
export const lenient = {
  /** A text, or undefined. Empty texts are absent. */
  text: z
    .string()
    .optional()
    .catch(undefined)
    .transform(text => (text === '' ? undefined : text)),
  /** A finite number, or undefined. */
  number: z.number().optional().catch(undefined),
  boolean: z.boolean().optional().catch(undefined),
  /** The texts of a list; other elements are left out. */
  texts: z
    .array(z.unknown())
    .catch([])
    .transform(list =>
      list.filter((item): item is string => typeof item === 'string'),
    ),
  /** An ISO 8601 time, or undefined. */
  timestamp: z.unknown().optional().transform(readTimestamp),
  /** The texts of a map; other values are left out. */
  textMap: z
    .record(z.string(), z.unknown())
    .catch({})
    .transform(
      (map): Record<string, string> =>
        Object.fromEntries(
          Object.entries(map).filter(
            (entry): entry is [string, string] =>
              typeof entry[1] === 'string' && entry[0] !== '__proto__',
          ),
        ),
    ),
};
