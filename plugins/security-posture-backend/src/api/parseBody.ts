import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/**
 * The JSON body of a request, validated.
 *
 * @throws InputError that names the field and what was expected
 */
export function parseBody<S extends z.ZodType>(
  schema: S,
  body: unknown,
): z.infer<S> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  throw new InputError(
    `Body: ${parsed.error.issues
      .slice(0, 5)
      .map(({ path, message }) =>
        [path.join('.'), message].filter(Boolean).join(': '),
      )
      .join('; ')}`,
  );
}
