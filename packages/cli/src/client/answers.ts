import {
  policyVerdictSchema,
  reportReceiptSchema,
} from 'backstage-plugin-security-posture-common';
import { z } from 'zod';

/**
 * What became of a report, as far as it is told here. The kinds of elements
 * are open: backends of other versions count others.
 */
export const receiptSchema = reportReceiptSchema
  .pick({
    id: true,
    format: true,
    tool: true,
    duplicate: true,
    entityRefs: true,
    unmapped: true,
    complete: true,
    skippedTotal: true,
    changes: true,
    warnings: true,
  })
  .extend({
    subject: z.object({
      kind: z.string(),
      name: z.string(),
      digest: z.string().optional(),
    }),
    read: z.record(z.string(), z.number().int()),
    skipped: z.array(z.object({ path: z.string(), reason: z.string() })),
  });

export type Receipt = z.infer<typeof receiptSchema>;

export const reportsAnswerSchema = z.object({
  reports: z.array(receiptSchema),
  verdict: policyVerdictSchema.optional(),
});

export type ReportsAnswer = z.infer<typeof reportsAnswerSchema>;
