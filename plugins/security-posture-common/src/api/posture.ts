import { z } from 'zod';
import { policyModes, stageStates } from '../model';
import { checkCountsSchema } from './checks';
import { severityCounts, stage, timestamp } from './fields';
import { remediationActionSchema, riskSchema } from './risk';

/**
 * Who owns the component and how to reach them, from the catalog.
 *
 * - `owned`: the owner is an entity in the catalog
 * - `unresolvable`: an owner is named, but the catalog has (or shows) no such entity
 * - `missing`: no owner is named
 *
 * @public
 */
export const ownerSchema = z.object({
  state: z.enum(['owned', 'unresolvable', 'missing']),
  entityRef: z.string().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  chat: z.object({ title: z.string(), url: z.string().optional() }).optional(),
  onCall: z.object({ title: z.string(), url: z.string() }).optional(),
  parent: z.object({ entityRef: z.string(), name: z.string() }).optional(),
});

/** @public */
export type Owner = z.infer<typeof ownerSchema>;

/** @public */
export const toolFreshnessSchema = z.object({
  source: z.string(),
  name: z.string(),
  version: z.string().optional(),
  lastReportAt: timestamp,
  stale: z.boolean(),
});

/** @public */
export type ToolFreshness = z.infer<typeof toolFreshnessSchema>;

/**
 * One stage of a component. `findings` counts what is open by severity and is
 * absent, never zero, when nothing was ever reported.
 *
 * @public
 */
export const stagePostureSchema = z.object({
  stage,
  state: z.enum(stageStates),
  lastReportAt: timestamp.optional(),
  freshForHours: z.number(),
  tools: z.array(toolFreshnessSchema),
  findings: z
    .object({
      open: severityCounts,
      fixable: z.number().int(),
      suppressed: z.number().int(),
      stale: z.number().int(),
      fixed: z.number().int(),
    })
    .optional(),
  decisions: z
    .object({
      deny: z.number().int(),
      warn: z.number().int(),
      audit: z.number().int(),
      allow: z.number().int(),
    })
    .optional(),
  skippedElements: z.number().int(),
  incompleteReports: z.number().int(),
});

/** @public */
export type StagePosture = z.infer<typeof stagePostureSchema>;

/**
 * What the policy says of a component at one of its places, in numbers.
 *
 * @public
 */
export const verdictSummarySchema = z.object({
  result: z.enum(['pass', 'fail']),
  mode: z.enum(policyModes),
  violations: z.number().int(),
  warnings: z.number().int(),
  waived: z.number().int(),
});

/** @public */
export type VerdictSummary = z.infer<typeof verdictSummarySchema>;

/** @public */
export const postureSchema = z.object({
  entityRef: z.string(),
  owner: ownerSchema,
  stages: z.object({
    build: stagePostureSchema,
    deploy: stagePostureSchema,
    runtime: stagePostureSchema,
  }),
  openFindings: severityCounts.optional(),
  risk: riskSchema,
  /** How many checks of each stage have which result. */
  checks: z.object({
    build: checkCountsSchema,
    deploy: checkCountsSchema,
    runtime: checkCountsSchema,
  }),
  /** What the policy says where it is enforced. */
  verdicts: z.object({
    build: verdictSummarySchema,
    admission: verdictSummarySchema,
  }),
  /** What to do first: each action on top of those before it. */
  topActions: z.array(remediationActionSchema),
  evaluatedAt: timestamp,
});

/** @public */
export type Posture = z.infer<typeof postureSchema>;
