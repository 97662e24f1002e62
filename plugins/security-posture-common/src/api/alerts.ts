import { z } from 'zod';
import { findingStates } from '../model';
import {
  list,
  orderBy,
  page,
  pageQuery,
  severity,
  subjectSchema,
  timestamp,
} from './fields';

/** @public */
export const alertsQuerySchema = z.object({
  ...pageQuery,
  orderBy: orderBy(['lastSeenAt', 'severity', 'rule'], 'lastSeenAt:desc'),
  severity: list(severity),
  state: list(z.enum(findingStates)),
  q: z.string().max(200).optional(),
});

/** @public */
export type AlertsQuery = z.infer<typeof alertsQuerySchema>;

/** @public */
export const alertOccurrenceSchema = z.object({
  at: timestamp,
  message: z.string(),
  pod: z.string().optional(),
  node: z.string().optional(),
  process: z.string().optional(),
  user: z.string().optional(),
});

/** @public */
export type AlertOccurrence = z.infer<typeof alertOccurrenceSchema>;

/** @public */
export const alertSchema = z.object({
  id: z.string(),
  rule: z.string(),
  source: z.string(),
  severity,
  state: z.enum(findingStates),
  message: z.string(),
  subject: subjectSchema,
  container: z.string().optional(),
  image: z.string().optional(),
  tags: z.array(z.string()),
  count: z.number().int(),
  firstSeenAt: timestamp,
  lastSeenAt: timestamp,
  occurrences: z.array(alertOccurrenceSchema),
});

/**
 * A group of runtime events: one rule on one workload. The newest 40
 * occurrences are kept, newest first.
 *
 * @public
 */
export type Alert = z.infer<typeof alertSchema>;

/** @public */
export const alertsPageSchema = page(alertSchema);

/** @public */
export type AlertsPage = z.infer<typeof alertsPageSchema>;
