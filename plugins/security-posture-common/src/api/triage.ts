import { z } from 'zod';
import { triageStatuses, vexJustifications } from '../model';
import { timestamp } from './fields';

/** @public */
export const triageRequestSchema = z
  .strictObject({
    status: z.enum([...triageStatuses, 'none']),
    justification: z.enum(vexJustifications).optional(),
    comment: z.string().trim().min(1).max(5000),
  })
  .superRefine(({ status, justification }, context) => {
    if (status === 'not-affected' && !justification) {
      context.addIssue({
        code: 'custom',
        path: ['justification'],
        message: `expected one of ${vexJustifications.join(
          ', ',
        )} with the status not-affected`,
      });
    }
    if (status !== 'not-affected' && justification) {
      context.addIssue({
        code: 'custom',
        path: ['justification'],
        message: 'goes with the status not-affected only',
      });
    }
  });

/** @public */
export type TriageRequest = z.infer<typeof triageRequestSchema>;

/** @public */
export const triageSchema = z.object({
  findingId: z.string(),
  status: z.enum([...triageStatuses, 'none']),
  justification: z.enum(vexJustifications).optional(),
  comment: z.string(),
  by: z.string(),
  at: timestamp,
  state: z.enum(['open', 'fixed', 'suppressed', 'stale', 'absent']),
});

/**
 * What a person found out about a finding, and the state that it is in now.
 *
 * @public
 */
export type Triage = z.infer<typeof triageSchema>;
