import { z } from 'zod';
import { severities, stages, subjectKinds } from '../model';

export const severity = z.enum(severities);
export const stage = z.enum(stages);

/** ISO 8601 in UTC, with milliseconds: `2026-03-01T12:00:00.000Z`. */
export const timestamp = z.iso.datetime();

export const severityCounts = z.object({
  critical: z.number().int(),
  high: z.number().int(),
  medium: z.number().int(),
  low: z.number().int(),
  info: z.number().int(),
  unknown: z.number().int(),
});

/**
 * What a report, a finding, a decision or an alert speaks of. `name` is the
 * image line, the repository, or the name of the workload alone.
 *
 * @public
 */
export const subjectSchema = z.object({
  kind: z.enum(subjectKinds),
  name: z.string(),
  cluster: z.string().optional(),
  namespace: z.string().optional(),
  workloadKind: z.string().optional(),
});

/** @public */
export type Subject = z.infer<typeof subjectSchema>;

/** @public */
export const MAX_PAGE_LIMIT = 500;

/** A query parameter that may be given several times or separated by commas. */
export function list<T extends z.ZodType>(item: T) {
  return z.preprocess(
    value =>
      value === undefined
        ? undefined
        : [value]
            .flat()
            .flatMap(part => String(part).split(','))
            .map(part => part.trim())
            .filter(part => part !== ''),
    z.array(item).optional(),
  );
}

export const flag = z
  .enum(['true', 'false'])
  .transform(value => value === 'true')
  .optional();

/** `cursor` and `limit` of every list. */
export const pageQuery = {
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_LIMIT).default(25),
};

/** `{items, nextCursor?, totalItems}`. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().optional(),
    totalItems: z.number().int(),
  });
}

/** `orderBy=field` or `orderBy=field:desc`. */
export function orderBy<const F extends readonly [string, ...string[]]>(
  fields: F,
  fallback: `${F[number]}:${'asc' | 'desc'}`,
) {
  return z
    .string()
    .default(fallback)
    .transform((value, context) => {
      const [field, direction = 'asc'] = value.split(':');
      if (
        !fields.includes(field) ||
        (direction !== 'asc' && direction !== 'desc')
      ) {
        context.addIssue({
          code: 'custom',
          message: `expected one of ${fields.join(
            ', ',
          )}, optionally followed by :asc or :desc`,
        });
        return z.NEVER;
      }
      return {
        field: field as F[number],
        direction: direction as 'asc' | 'desc',
      };
    });
}
