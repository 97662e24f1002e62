import { z } from 'zod';

/**
 * Admission controllers that the policy can be exported for.
 *
 * @public
 */
export const policyExportFormats = [
  'kyverno',
  'validating-admission-policy',
] as const;

/** @public */
export type PolicyExportFormat = (typeof policyExportFormats)[number];

/** @public */
export const policyExportQuerySchema = z.object({
  format: z.enum(policyExportFormats),
});

/** @public */
export type PolicyExportQuery = z.infer<typeof policyExportQuerySchema>;
