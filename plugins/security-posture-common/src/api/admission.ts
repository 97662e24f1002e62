import { z } from 'zod';

/**
 * What the address of the webhook says beside the review, which does not name
 * its cluster.
 *
 * @public
 */
export const admissionQuerySchema = z.object({
  cluster: z.string().trim().min(1).max(500).optional(),
  /** Ignored; the API server adds it. */
  timeout: z.string().max(20).optional(),
});

/** @public */
export type AdmissionQuery = z.infer<typeof admissionQuerySchema>;
