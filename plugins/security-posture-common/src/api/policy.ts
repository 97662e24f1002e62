import { z } from 'zod';
import { enforcementPoints } from '../model';
import { timestamp } from './fields';

/**
 * Asks what a policy would change if it were enforced. Nothing is stored.
 *
 * @public
 */
export const simulateRequestSchema = z.strictObject({
  /** The whole policy, as below `securityPosture.policy` in the configuration. */
  policy: z.record(z.string(), z.unknown()),
  /** Only for this place; without it for all. */
  point: z.enum(enforcementPoints).optional(),
});

/** @public */
export type SimulateRequest = z.infer<typeof simulateRequestSchema>;

const components = z.number().int();

/**
 * How many components a policy stops: in the mode that it has, and if it were
 * enforced. `unknown` are those that it would not stop, though nothing tells
 * about a check that blocks.
 *
 * @public
 */
export const simulatedPolicySchema = z.object({
  stopped: components,
  ifEnforced: components,
  unknown: components,
});

/** @public */
export type SimulatedPolicy = z.infer<typeof simulatedPolicySchema>;

/**
 * What changes at one place: `newlyBroken` components are let through today,
 * and the proposed policy would stop them if it were enforced; `newlyPassing`
 * are stopped today and would no longer be.
 *
 * @public
 */
export const simulatedPointSchema = z.object({
  point: z.enum(enforcementPoints),
  current: simulatedPolicySchema,
  proposed: simulatedPolicySchema,
  newlyBroken: components,
  newlyPassing: components,
  /** Owners of what is newly broken; components without one count as one. */
  owners: z.number().int(),
});

/** @public */
export type SimulatedPoint = z.infer<typeof simulatedPointSchema>;

/**
 * A component for which something changes at a place. Checks are listed that
 * block under one of the policies and not under the other.
 *
 * @public
 */
export const simulatedComponentSchema = z.object({
  entityRef: z.string(),
  ownerRef: z.string().optional(),
  point: z.enum(enforcementPoints),
  change: z.enum(['broken', 'passing', 'none']),
  newlyFailing: z.array(z.string()),
  newlyPassing: z.array(z.string()),
});

/** @public */
export type SimulatedComponent = z.infer<typeof simulatedComponentSchema>;

/**
 * What changes for an owner; undefined: the components that nobody owns.
 *
 * @public
 */
export const simulatedOwnerSchema = z.object({
  ownerRef: z.string().optional(),
  /** All that were judged. */
  components,
  /** Those newly broken, at any of the places. */
  broken: components,
  passing: components,
  /** Checks that newly fail, and on how many components. */
  checks: z.array(z.object({ checkId: z.string(), components })),
});

/** @public */
export type SimulatedOwner = z.infer<typeof simulatedOwnerSchema>;

/**
 * What the proposed policy would change if it were enforced, compared with
 * what the current one does. Only components that the caller may read count.
 * Lists hold some, those that break most first; the totals count all.
 *
 * @public
 */
export const simulationSchema = z.object({
  /** Components that were judged. */
  evaluated: components,
  points: z.array(simulatedPointSchema),
  /** Components that are newly broken at any of the places. */
  newlyBroken: components,
  newlyPassing: components,
  components: z.array(simulatedComponentSchema),
  componentsTotal: z.number().int(),
  byOwner: z.array(simulatedOwnerSchema),
  byOwnerTotal: z.number().int(),
  /** Checks that newly fail or pass, and on how many components. */
  checks: z.array(
    z.object({
      checkId: z.string(),
      newlyFailing: components,
      newlyPassing: components,
    }),
  ),
  evaluatedAt: timestamp,
});

/** @public */
export type Simulation = z.infer<typeof simulationSchema>;
