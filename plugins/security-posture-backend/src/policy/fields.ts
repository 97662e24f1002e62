import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { Duration } from 'luxon';
import { z } from 'zod';
import { hint, shown } from './problems';

/**
 * The parts of which the schema of a policy is made. Each says what it expects
 * and what it got; for a key that is not known the message lists those that are.
 */

/** A map that takes these keys and no others. */
export function closed<S extends z.ZodRawShape>(shape: S) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: ({ code, input }) =>
      code === 'unrecognized_keys'
        ? keys
        : `must be a map of ${keys}, got ${shown(input)}`,
  });
}

export function choice<const C extends readonly [string, ...string[]]>(
  choices: C,
  alternative: string = '',
) {
  return z.enum(choices, {
    error: ({ input }) =>
      `must be one of ${choices.join(', ')}${alternative}, got ${shown(
        input,
      )}${hint(input, choices)}`,
  });
}

/** One choice for both places where a policy is enforced, or one for each. */
export function perPoint<const C extends readonly [string, ...string[]]>(
  choices: C,
) {
  const both = choice(choices, ' or a map of build, admission');
  const one = choice(choices).optional();
  return z.union(
    [
      both.transform(value => ({ build: value, admission: value })),
      closed({ build: one, admission: one }),
    ],
    {
      error: ({ input }) => both.safeParse(input).error?.issues[0].message,
    },
  );
}

export function number(least: number, most: number, whole: boolean = false) {
  const error = ({ input }: { input?: unknown }) =>
    `must be a ${
      whole ? 'whole ' : ''
    }number from ${least} to ${most}, got ${shown(input)}`;
  const form = whole ? z.int({ error }) : z.number({ error });
  return form.min(least, { error }).max(most, { error });
}

export const flag = z.boolean({
  error: ({ input }) => `must be true or false, got ${shown(input)}`,
});

export const text = z
  .string({ error: ({ input }) => `must be a text, got ${shown(input)}` })
  .trim()
  .min(1, { error: 'must not be empty' })
  .max(1000, { error: 'must have at most 1000 characters' });

/** `ghcr.io`, `registry.acme.example:5000/payments`. */
export const host = text
  .transform(value => value.toLowerCase().replace(/\/+$/, ''))
  .refine(value => /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._/-]+)?$/.test(value), {
    error: ({ input }) =>
      `must be a host or a host with a path, such as ghcr.io/acme, got ${shown(
        input,
      )}`,
  });

export function listOf<T extends z.ZodType>(item: T) {
  return z
    .array(item, {
      error: ({ input }) => `must be a list, got ${shown(input)}`,
    })
    .max(1000, { error: 'must have at most 1000 entries' });
}

/** A list that, if it is there, names something: an empty one would refuse all or nothing. */
export function namesOf<T extends z.ZodType>(item: T) {
  return listOf(item).min(1, {
    error: 'must name at least one, or be left out, got []',
  });
}

/** One text or several. */
export const oneOrMore = z.union(
  [text.transform(value => [value]), namesOf(text)],
  {
    error: ({ input }) =>
      `must be a text or a list of texts, got ${shown(input)}`,
  },
);

const MAX_DAYS = 36_500;

/** A duration in any form that configuration takes; in days. */
export const days = z
  .union([z.string(), z.record(z.string(), z.number())], {
    error: ({ input }) => notADuration(input),
  })
  .transform((value, context) => {
    const span = daysOf(value);
    if (span !== undefined && span > 0 && span <= MAX_DAYS) return span;
    context.addIssue({ code: 'custom', message: notADuration(value) });
    return z.NEVER;
  });

function daysOf(value: string | Record<string, number>): number | undefined {
  try {
    const duration = readDurationFromConfig(new ConfigReader({ value }), {
      key: 'value',
    });
    return Duration.fromObject(duration).as('days');
  } catch {
    return undefined;
  }
}

function notADuration(value: unknown): string {
  return `must be a duration above zero and at most ${MAX_DAYS} days, such as 7d, P7D or { days: 7 }, got ${shown(
    value,
  )}`;
}
