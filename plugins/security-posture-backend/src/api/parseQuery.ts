import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/**
 * The query of a request, validated. Parameters that the operation does not know
 * are refused: a misspelt filter must not show everything.
 *
 * @throws InputError that names the parameter and what was expected
 */
export function parseQuery<S extends z.ZodObject>(
  schema: S,
  query: unknown,
): z.infer<S> {
  const parsed = schema.strict().safeParse(query);
  if (parsed.success) return parsed.data as z.infer<S>;
  throw new InputError(
    `Query: ${parsed.error.issues
      .slice(0, 5)
      .map(({ path, message }) => [...path, message].join(': '))
      .join('; ')}`,
  );
}
