import { z } from 'zod';
import { grades } from '../model';
import { checkCountsSchema } from './checks';
import { severityCounts, timestamp } from './fields';
import { verdictSummarySchema } from './posture';
import { remediationActionSchema } from './risk';

/**
 * A component in the roll-up of a team.
 *
 * @public
 */
export const teamComponentSchema = z.object({
  entityRef: z.string(),
  ownerRef: z.string().optional(),
  /** Absent while nothing tells. */
  risk: z.number().optional(),
  grade: z.enum(grades),
  coverage: z.number(),
  /** Absent, never zero, when nothing was ever reported. */
  openFindings: severityCounts.optional(),
  checks: checkCountsSchema,
  verdict: verdictSummarySchema,
  overdue: z.number().int(),
  nextAction: z.string().optional(),
});

/** @public */
export type TeamComponent = z.infer<typeof teamComponentSchema>;

/**
 * A team and its child teams: their components, the riskiest first, and what
 * closes most over all of them. Only what the caller may read is in it.
 *
 * @public
 */
export const teamPostureSchema = z.object({
  entityRef: z.string(),
  /** The team itself and its child teams. */
  teams: z.array(z.string()),
  components: z.array(teamComponentSchema),
  componentsTotal: z.number().int(),
  actions: z.array(remediationActionSchema),
  evaluatedAt: timestamp,
});

/** @public */
export type TeamPosture = z.infer<typeof teamPostureSchema>;
