import { z } from 'zod';

/**
 * What the annotations of an entity claim although nothing that was reported is
 * like it, as `annotation=element`.
 *
 * @public
 */
export const claimsSchema = z.object({ unmatched: z.array(z.string()) });

/** @public */
export type Claims = z.infer<typeof claimsSchema>;
