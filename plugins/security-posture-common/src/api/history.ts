import { z } from 'zod';
import { severityCounts } from './fields';

/** A day in UTC: `2026-03-01`. */
const day = z.iso.date();

/** @public */
export const historyQuerySchema = z.object({
  /** The first day; without it, 90 days before the last one. */
  from: day.optional(),
  /** The last day; without it, today. */
  to: day.optional(),
});

/** @public */
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

const stageCounts = z.object({
  open: severityCounts,
  stale: severityCounts,
  suppressed: severityCounts,
  fixed: severityCounts,
});

/** @public */
export const componentDaySchema = z.object({
  day,
  counts: z.object({
    build: stageCounts.optional(),
    deploy: stageCounts.optional(),
    runtime: stageCounts.optional(),
  }),
  newFindings: z.number().int(),
  fixedFindings: z.number().int(),
  reopenedFindings: z.number().int(),
  sla: z.object({
    due: z.number().int(),
    breached: z.number().int(),
    met: z.number().int(),
  }),
  meanHoursToFix: z.number().optional(),
  risk: z.number().optional(),
  grade: z.string().optional(),
  coverage: z.number().optional(),
});

/**
 * How a component stood at the end of a day (UTC), or now for today. A stage
 * that was never reported on is absent from the counts, never zero.
 *
 * `newFindings`, `fixedFindings` and `reopenedFindings` are of that day alone.
 * `sla` counts findings that are not fixed by whether their deadline is ahead
 * (`due`) or past (`breached`); `met` and `meanHoursToFix` are taken over what
 * was fixed within the last 90 days. Risk, grade and coverage are absent where
 * they were not judged.
 *
 * @public
 */
export type ComponentDay = z.infer<typeof componentDaySchema>;

/** @public */
export const componentHistorySchema = z.object({
  items: z.array(componentDaySchema),
});

/**
 * The days of a component, oldest first. A day without a snapshot is absent:
 * nothing was known of the component, or nobody looked.
 *
 * @public
 */
export type ComponentHistory = z.infer<typeof componentHistorySchema>;
