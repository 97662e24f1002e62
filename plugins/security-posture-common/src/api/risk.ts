import { z } from 'zod';
import { actionKinds, efforts, evidenceKinds, grades } from '../model';
import { stage, subjectSchema } from './fields';

/**
 * One part of a risk: a finding, a failed check or an alert. `without` is what
 * the risk would be if it were gone, and nothing else changed.
 *
 * @public
 */
export const riskFactorSchema = z.object({
  /** Id of the finding, or of the check. */
  id: z.string(),
  kind: z.enum([...evidenceKinds, 'check']),
  stage,
  title: z.string(),
  subject: subjectSchema.optional(),
  /** Its share of the whole, 0 to 1; the shares of all factors add up to 1. */
  share: z.number(),
  /** 0 to 100. */
  without: z.number(),
});

/** @public */
export type RiskFactor = z.infer<typeof riskFactorSchema>;

/**
 * The risk of a component and what it is made of.
 *
 * @public
 */
export const riskSchema = z.object({
  /** 0 to 100, bounded; undefined while nothing at all is known. */
  score: z.number().optional(),
  grade: z.enum(grades),
  /** Why the grade is not better than it is, though the score alone would allow it. */
  caps: z.array(z.object({ grade: z.enum(grades), reason: z.string() })),
  /** Share of the applicable checks that could be judged, 0 to 1. */
  coverage: z.number(),
  /** Whether a prior stands in for a missing chance of exploitation. */
  estimated: z.boolean(),
  /** Risk of each stage alone, 0 to 100; absent while nothing is known of it. */
  stages: z.object({
    build: z.number().optional(),
    deploy: z.number().optional(),
    runtime: z.number().optional(),
  }),
  /** What surrounds the vulnerabilities and multiplies their odds. */
  context: z.array(z.object({ title: z.string(), factor: z.number() })),
  /** The largest first. */
  factors: z.array(riskFactorSchema),
  factorsTotal: z.number().int(),
});

/** @public */
export type Risk = z.infer<typeof riskSchema>;

/**
 * One thing to do, and what it changes.
 *
 * @public
 */
export const remediationActionSchema = z.object({
  id: z.string(),
  kind: z.enum(actionKinds),
  title: z.string(),
  detail: z.string().optional(),
  effort: z.enum(efforts),
  snippet: z
    .object({
      language: z.enum(['yaml', 'dockerfile', 'shell', 'json']),
      code: z.string(),
    })
    .optional(),
  /** Risk of the component before and after this action, those listed before it done. */
  riskBefore: z.number().optional(),
  riskAfter: z.number().optional(),
  /** How far coverage rises, 0 to 1. */
  coverageGain: z.number().optional(),
  /** Findings that end, at most 50 of them by id. */
  findingIds: z.array(z.string()),
  findings: z.number().int(),
  critical: z.number().int(),
  checkIds: z.array(z.string()),
  /** Components that it helps, by entity reference. */
  components: z.array(z.string()),
});

/** @public */
export type RemediationAction = z.infer<typeof remediationActionSchema>;
