import { z } from 'zod';
import { enforcementPoints, policyModes } from '../model';
import { checkFixSchema, evidenceSchema } from './checks';
import { stage, timestamp } from './fields';

/**
 * A check that stands in the way, or would.
 *
 * @public
 */
export const violationSchema = z.object({
  checkId: z.string(),
  stage,
  title: z.string(),
  summary: z.string(),
  evidence: z.array(evidenceSchema),
  evidenceTotal: z.number().int(),
  fix: checkFixSchema.optional(),
  /** For one that is waived: the exception, and until when it holds. */
  exceptionId: z.string().optional(),
  exceptionUntil: z.string().optional(),
});

/** @public */
export type Violation = z.infer<typeof violationSchema>;

/**
 * The policy's answer. `result` is `fail` only if something blocks and the
 * policy is enforced; what would block in another mode is told as well.
 *
 * @public
 */
export const policyVerdictSchema = z.object({
  result: z.enum(['pass', 'fail']),
  point: z.enum(enforcementPoints),
  mode: z.enum(policyModes),
  /** What blocks, or would in the mode `enforce`. */
  violations: z.array(violationSchema),
  warnings: z.array(violationSchema),
  /** What an approved exception covers. */
  waived: z.array(violationSchema),
  /** Enforced checks that nothing tells about. */
  unknown: z.array(z.object({ checkId: z.string(), summary: z.string() })),
  entityRefs: z.array(z.string()),
  images: z.array(
    z.object({ name: z.string(), digest: z.string().optional() }),
  ),
  evaluatedAt: timestamp,
});

/** @public */
export type PolicyVerdict = z.infer<typeof policyVerdictSchema>;

/**
 * Asks what the policy says about what is known. Nothing is stored.
 *
 * @public
 */
export const gateRequestSchema = z
  .strictObject({
    /** A component: its newest builds and its workloads. */
    entityRef: z.string().max(1000).optional(),
    /** An image by reference, best with its digest. */
    image: z.string().max(1000).optional(),
  })
  .refine(
    ({ entityRef, image }) => entityRef !== undefined || image !== undefined,
    {
      message: 'expected entityRef or image, or both',
    },
  );

/** @public */
export type GateRequest = z.infer<typeof gateRequestSchema>;
