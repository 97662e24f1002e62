import { z } from 'zod';
import {
  findingActivities,
  findingKinds,
  findingStates,
  rollouts,
  slaStates,
  suppressors,
  triageStatuses,
} from '../model';
import {
  flag,
  list,
  orderBy,
  page,
  pageQuery,
  severity,
  stage,
  subjectSchema,
  timestamp,
} from './fields';

/** @public */
export const findingsQuerySchema = z.object({
  ...pageQuery,
  orderBy: orderBy(
    ['severity', 'title', 'package', 'firstSeenAt', 'lastSeenAt', 'dueAt'],
    'severity:desc',
  ),
  stage: list(stage),
  kind: list(z.enum(findingKinds)),
  severity: list(severity),
  state: list(z.enum(findingStates)),
  fixable: flag,
  knownExploited: flag,
  breached: flag,
  rollout: list(z.enum(rollouts)),
  q: z.string().max(200).optional(),
});

/** @public */
export type FindingsQuery = z.infer<typeof findingsQuerySchema>;

/** @public */
export const findingSchema = z.object({
  id: z.string(),
  kind: z.enum(findingKinds),
  stage,
  problem: z.string(),
  title: z.string(),
  severity,
  state: z.enum(findingStates),
  subject: subjectSchema,
  package: z
    .object({
      name: z.string(),
      version: z.string().optional(),
      purl: z.string().optional(),
      path: z.string().optional(),
    })
    .optional(),
  fixedVersions: z.array(z.string()),
  path: z.string().optional(),
  container: z.string().optional(),
  message: z.string().optional(),
  remediation: z.string().optional(),
  references: z.array(z.string()),
  aliases: z.array(z.string()),
  cvss: z.number().optional(),
  epss: z.number().optional(),
  knownExploited: z.boolean(),
  suppression: z.string().optional(),
  tools: z.array(z.string()),
  activity: z.enum(findingActivities).optional(),
  suppressedBy: z.enum(suppressors).optional(),
  exceptionId: z.string().optional(),
  triage: z.enum(triageStatuses).optional(),
  rollout: z.enum(rollouts).optional(),
  dueAt: timestamp.optional(),
  dueRule: z.string().optional(),
  sla: z.enum(slaStates),
  firstSeenAt: timestamp,
  lastSeenAt: timestamp,
  fixedAt: timestamp.optional(),
  reopenedAt: timestamp.optional(),
  reopenCount: z.number().int(),
});

/**
 * A durable problem of a subject, with identity and life cycle.
 *
 * @public
 */
export type Finding = z.infer<typeof findingSchema>;

/** @public */
export const findingsPageSchema = page(findingSchema);

/** @public */
export type FindingsPage = z.infer<typeof findingsPageSchema>;

/**
 * What one source says of a finding, in its own words.
 *
 * @public
 */
export const verdictSchema = z.object({
  source: z.string(),
  tool: z.string(),
  /** As the source named the problem. */
  reportedIds: z.array(z.string()),
  severity,
  versions: z.array(z.string()),
  fixedVersions: z.array(z.string()),
  /** The source itself says that it does not count. */
  suppressed: z.boolean(),
  /** The source no longer shows it. */
  withdrawn: z.boolean(),
  message: z.string().optional(),
  firstSeenAt: timestamp,
  lastSeenAt: timestamp,
});

/** @public */
export type Verdict = z.infer<typeof verdictSchema>;

/**
 * A digest of an image line, or a branch of a repository, on which a finding was seen.
 *
 * @public
 */
export const sightingSchema = z.object({
  digest: z.string().optional(),
  tag: z.string().optional(),
  branch: z.string().optional(),
  built: z.boolean(),
  running: z.boolean(),
  workloads: z.array(subjectSchema),
  source: z.string(),
  firstSeenAt: timestamp,
  lastSeenAt: timestamp,
  withdrawnAt: timestamp.optional(),
});

/** @public */
export type FindingSighting = z.infer<typeof sightingSchema>;

/** @public */
export const findingDetailSchema = findingSchema.extend({
  entityRefs: z.array(z.string()),
  verdicts: z.array(verdictSchema),
  sightings: z.array(sightingSchema),
});

/**
 * A finding with each scanner's verdict and every artifact that it was seen on.
 *
 * @public
 */
export type FindingDetail = z.infer<typeof findingDetailSchema>;
