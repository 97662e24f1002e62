import { z } from 'zod';
import { decisionActions, policyOutcomes } from '../model';
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
export const decisionsQuerySchema = z.object({
  ...pageQuery,
  orderBy: orderBy(['lastSeenAt', 'severity', 'policy'], 'lastSeenAt:desc'),
  action: list(z.enum(decisionActions)),
  q: z.string().max(200).optional(),
});

/** @public */
export type DecisionsQuery = z.infer<typeof decisionsQuerySchema>;

/** @public */
export const decisionSchema = z.object({
  id: z.string(),
  action: z.enum(decisionActions),
  outcome: z.enum(policyOutcomes).optional(),
  engine: z.string(),
  policy: z.string(),
  rule: z.string().optional(),
  severity,
  category: z.string().optional(),
  message: z.string().optional(),
  subject: subjectSchema,
  actor: z.string().optional(),
  operation: z.string().optional(),
  count: z.number().int(),
  firstSeenAt: timestamp,
  lastSeenAt: timestamp,
});

/**
 * What a policy engine decided about a workload, folded over its repetitions.
 *
 * @public
 */
export type Decision = z.infer<typeof decisionSchema>;

/** @public */
export const decisionsPageSchema = page(decisionSchema);

/** @public */
export type DecisionsPage = z.infer<typeof decisionsPageSchema>;
