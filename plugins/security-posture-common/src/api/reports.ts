import { z } from 'zod';
import { elementKinds, findingKinds } from '../model';
import { flag, list, severity, subjectSchema, timestamp } from './fields';
import { policyVerdictSchema } from './gate';

const text = z.string().trim().min(1).max(500);

/** @public */
export const reportQuerySchema = z.object({
  entityRef: list(text),
  scanners: list(z.enum(findingKinds)),
  minSeverity: severity.optional(),
  branch: text.optional(),
  commit: text.optional(),
  runUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  cluster: text.optional(),
  gate: flag.describe(
    'Whether to answer with the verdict of the policy about what was sent.',
  ),
  format: text
    .optional()
    .describe(
      'The id of a source, such as gitleaks. Without it a document is recognised by its content; with it that source reads the body whatever it looks like, the empty list of a tool that found nothing included.',
    ),
});

/** @public */
export type ReportQuery = z.infer<typeof reportQuerySchema>;

/** @public */
export const elementCountsSchema = z.record(
  z.enum(elementKinds),
  z.number().int(),
);

/** @public */
export type ElementCounts = z.infer<typeof elementCountsSchema>;

/** @public */
export const skippedElementSchema = z.object({
  path: z.string(),
  kind: z.enum(elementKinds).optional(),
  reason: z.string(),
});

/** @public */
export type SkippedElement = z.infer<typeof skippedElementSchema>;

/** @public */
export const reportChangesSchema = z.object({
  new: z.number().int(),
  reopened: z.number().int(),
  unchanged: z.number().int(),
  fixed: z.number().int(),
  suppressed: z.number().int(),
});

/** @public */
export type ReportChanges = z.infer<typeof reportChangesSchema>;

/** @public */
export const reportReceiptSchema = z.object({
  id: z.string(),
  format: z.string(),
  tool: z.object({ name: z.string(), version: z.string().optional() }),
  generatedAt: timestamp.optional(),
  receivedAt: timestamp,
  duplicate: z.boolean(),
  subject: subjectSchema.extend({ digest: z.string().optional() }),
  entityRefs: z.array(z.string()),
  unmapped: z.boolean(),
  complete: z.boolean(),
  read: elementCountsSchema,
  skipped: z.array(skippedElementSchema),
  skippedTotal: z.number().int(),
  changes: reportChangesSchema,
  warnings: z.array(z.string()),
});

/**
 * What became of one report. `read` counts the tool's own elements before
 * merging; `read = stored + skipped`.
 *
 * @public
 */
export type ReportReceipt = z.infer<typeof reportReceiptSchema>;

/** @public */
export const reportsResponseSchema = z.object({
  reports: z.array(reportReceiptSchema),
  /** Only if it was asked for with `gate=true`. */
  verdict: policyVerdictSchema.optional(),
});

/** @public */
export type ReportsResponse = z.infer<typeof reportsResponseSchema>;
