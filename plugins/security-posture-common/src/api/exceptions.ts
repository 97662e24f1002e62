import { z } from 'zod';
import {
  exceptionEndings,
  exceptionKinds,
  exceptionScopes,
  exceptionStatuses,
} from '../model';
import { list, orderBy, page, pageQuery, timestamp } from './fields';
import { trailEntrySchema } from './trail';

const text = z.string().trim().min(1).max(500);
const prose = z.string().trim().min(1).max(5000);

/** @public */
export const exceptionTargetSchema = z.union(
  [
    z.strictObject({ findingId: text }),
    z.strictObject({ problem: text }),
    z.strictObject({ checkId: text }),
  ],
  { error: 'expected an object with one of findingId, problem and checkId' },
);

/** @public */
export type ExceptionTarget = z.infer<typeof exceptionTargetSchema>;

/** @public */
export const exceptionRequestSchema = z.strictObject({
  kind: z.enum(exceptionKinds),
  target: exceptionTargetSchema,
  scope: z.strictObject({
    kind: z.enum(exceptionScopes),
    ref: text
      .optional()
      .describe(
        'An image line, or the entity reference of a component or system. May be left out where the finding leaves no choice.',
      ),
  }),
  reason: prose,
  until: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('date'),
        at: z.iso.datetime({ offset: true }).optional(),
      }),
      z.strictObject({ kind: z.literal('fix') }),
      z.strictObject({ kind: z.literal('never') }),
    ])
    .optional()
    .describe(
      'An accepted risk ends at a date (90 days ahead unless it says otherwise) or with a fix, a false positive never.',
    ),
});

/** @public */
export type ExceptionRequest = z.infer<typeof exceptionRequestSchema>;

/** @public */
export const exceptionApprovalSchema = z.strictObject({
  comment: prose.optional(),
});

/** @public */
export const exceptionCommentSchema = z.strictObject({ comment: prose });

/** @public */
export type ExceptionComment = z.infer<typeof exceptionCommentSchema>;

/** @public */
export const exceptionSchema = z.object({
  id: z.string(),
  kind: z.enum(exceptionKinds),
  status: z.enum(exceptionStatuses),
  target: z.object({
    findingId: z.string().optional(),
    problem: z.string().optional(),
    checkId: z.string().optional(),
  }),
  scope: z.object({
    kind: z.enum(exceptionScopes),
    ref: z.string().optional(),
  }),
  reason: z.string(),
  until: z.object({
    kind: z.enum(['date', 'fix', 'never']),
    at: timestamp.optional(),
  }),
  requestedBy: z.string(),
  requestedAt: timestamp,
  decidedBy: z.string().optional(),
  decidedAt: timestamp.optional(),
  decisionComment: z.string().optional(),
  endedAt: timestamp.optional(),
  endedBecause: z.enum(exceptionEndings).optional(),
});

/**
 * An accepted risk or a false positive: who asked for it and why, who decided,
 * what it covers and until when.
 *
 * @public
 */
export type Exception = z.infer<typeof exceptionSchema>;

/** @public */
export const exceptionWithTrailSchema = exceptionSchema.extend({
  trail: z.array(trailEntrySchema),
});

/** @public */
export type ExceptionWithTrail = z.infer<typeof exceptionWithTrailSchema>;

/** @public */
export const exceptionsQuerySchema = z.object({
  ...pageQuery,
  orderBy: orderBy(['requestedAt', 'status'], 'requestedAt:desc'),
  status: list(z.enum(exceptionStatuses)),
});

/** @public */
export type ExceptionsQuery = z.infer<typeof exceptionsQuerySchema>;

/** @public */
export const exceptionsPageSchema = page(exceptionSchema);

/** @public */
export type ExceptionsPage = z.infer<typeof exceptionsPageSchema>;
