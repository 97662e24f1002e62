import { z } from 'zod';
import { subjectKinds } from '../model';
import { list, page, pageQuery, subjectSchema, timestamp } from './fields';
import { ownerSchema } from './posture';

/**
 * How it stands about the owner of a workload. `owned`: the workload, its pods
 * or a Service name the owner of the catalog. `inherited`: only the namespace
 * does. `missing`: nothing names an owner. `unresolvable`: what is named, there
 * or in the catalog, is nobody in the catalog. `contradicting`: another owner
 * than the catalog's. `group-without-members`: nobody is in the group.
 * `component-without-owner`: the catalog names none. `unmapped`: no component
 * claims the workload. `unknown`: its annotations are not known.
 *
 * @public
 */
export const ownershipOutcomes = [
  'owned',
  'inherited',
  'missing',
  'unresolvable',
  'contradicting',
  'group-without-members',
  'component-without-owner',
  'unmapped',
  'unknown',
] as const;

/** @public */
export type OwnershipOutcome = (typeof ownershipOutcomes)[number];

const name = z.string().min(1).max(500).optional();
const entityRef = z
  .string()
  .regex(/^[^:/]+:[^:/]+\/[^:/]+$/, 'expected kind:namespace/name')
  .transform(ref => ref.toLowerCase())
  .optional();

/** @public */
export const ownershipWorkloadsQuerySchema = z.object({
  ...pageQuery,
  outcome: list(z.enum(ownershipOutcomes)),
  cluster: name,
  namespace: name,
  /** The owner, as `group:default/payments`. */
  owner: entityRef,
  system: entityRef,
});

/** @public */
export type OwnershipWorkloadsQuery = z.infer<
  typeof ownershipWorkloadsQuerySchema
>;

/**
 * A group or user of the catalog, with ways to reach them.
 *
 * @public
 */
export const ownershipOwnerSchema = ownerSchema
  .pick({ email: true, chat: true, onCall: true })
  .extend({ entityRef: z.string(), name: z.string() });

/** @public */
export type OwnershipOwner = z.infer<typeof ownershipOwnerSchema>;

/**
 * What names the owner: an annotation or label, or `spec.owner` of a component.
 *
 * @public
 */
export const ownershipSourceSchema = z.object({
  where: z.enum(['workload', 'pods', 'service', 'namespace', 'catalog']),
  /** The Service, the namespace or the component. */
  object: z.string().optional(),
  key: z.string(),
  value: z.string(),
});

/** @public */
export type OwnershipSource = z.infer<typeof ownershipSourceSchema>;

/**
 * Who probably owns a workload: the owner of its component, whom its own
 * annotation names, who owns most of its namespace, or who last owned what its
 * image is of.
 *
 * @public
 */
export const ownerSuggestionSchema = z.object({
  owner: ownershipOwnerSchema,
  because: z.enum(['component', 'annotation', 'namespace', 'image']),
  message: z.string(),
});

/** @public */
export type OwnerSuggestion = z.infer<typeof ownerSuggestionSchema>;

/**
 * What writes the owner on a workload. It touches no pod template, so that
 * nothing restarts.
 *
 * @public
 */
export const ownershipRepairSchema = z.object({
  /** YAML for `kubectl apply --server-side`, or for `kubectl patch`. */
  patch: z.string(),
  /** One line, quoted for a POSIX shell. */
  kubectl: z.string(),
});

/** @public */
export type OwnershipRepair = z.infer<typeof ownershipRepairSchema>;

/** @public */
export const ownershipWorkloadSchema = z.object({
  subject: subjectSchema,
  /** Components that it belongs to and that the caller may read. */
  entityRefs: z.array(z.string()),
  systemRef: z.string().optional(),
  outcome: z.enum(ownershipOutcomes),
  /** Whom to call: the owner of the catalog if there is one, else who is named. */
  owner: ownershipOwnerSchema.optional(),
  source: ownershipSourceSchema.optional(),
  message: z.string(),
  suggestion: ownerSuggestionSchema.optional(),
  /** Absent where nothing is to be repaired, or nobody is known to be named. */
  repair: ownershipRepairSchema.optional(),
  lastSeenAt: timestamp,
});

/** @public */
export type OwnershipWorkload = z.infer<typeof ownershipWorkloadSchema>;

/**
 * `isTruncated`: more workloads match than are judged for one answer; a cluster
 * or a namespace narrows them down. `totalItems` counts those that were judged.
 *
 * @public
 */
export const ownershipWorkloadsPageSchema = page(
  ownershipWorkloadSchema,
).extend({ isTruncated: z.boolean() });

/** @public */
export type OwnershipWorkloadsPage = z.infer<
  typeof ownershipWorkloadsPageSchema
>;

/**
 * Workloads by outcome.
 *
 * @public
 */
export const ownershipCoverageSchema = z.object({
  total: z.number().int(),
  outcomes: z.record(z.enum(ownershipOutcomes), z.number().int()),
  /**
   * 0 to 1: how many of those about which something is known are owned, by
   * themselves or through their namespace. Absent if nothing is known.
   */
  share: z.number().optional(),
});

/** @public */
export type OwnershipCoverage = z.infer<typeof ownershipCoverageSchema>;

/**
 * The coverage of a part: which is told by the fields that are there. Without
 * any of them it is the rest: in no known cluster, of no system, of no team.
 *
 * @public
 */
export const ownershipPartSchema = ownershipCoverageSchema.extend({
  cluster: z.string().optional(),
  namespace: z.string().optional(),
  systemRef: z.string().optional(),
  ownerRef: z.string().optional(),
});

/** @public */
export type OwnershipPart = z.infer<typeof ownershipPartSchema>;

const parts = z.object({
  /** The worst covered first, at most 500. */
  items: z.array(ownershipPartSchema),
  totalItems: z.number().int(),
});

/** @public */
export const ownershipSummarySchema = z.object({
  coverage: ownershipCoverageSchema,
  clusters: parts,
  namespaces: parts,
  systems: parts,
  teams: parts,
  /** How many subjects of each kind no component claims; absent if the caller may not know. */
  unmapped: z
    .object({
      total: z.number().int(),
      kinds: z.partialRecord(z.enum(subjectKinds), z.number().int()),
    })
    .optional(),
  /** More workloads exist than were judged. */
  isTruncated: z.boolean(),
  evaluatedAt: timestamp,
});

/** @public */
export type OwnershipSummary = z.infer<typeof ownershipSummarySchema>;

/** @public */
export const unmappedQuerySchema = z.object({
  ...pageQuery,
  kind: list(z.enum(subjectKinds)),
  cluster: name,
  namespace: name,
  /** Words that its name has to hold. */
  text: z.string().max(200).optional(),
});

/** @public */
export type UnmappedQuery = z.infer<typeof unmappedQuerySchema>;

/**
 * A component that a subject may belong to.
 *
 * @public
 */
export const ownershipCandidateSchema = z.object({
  entityRef: z.string(),
  /** 0 to 1. */
  score: z.number(),
  /** What speaks for it, the strongest first. */
  reasons: z.array(z.string()),
});

/** @public */
export type OwnershipCandidate = z.infer<typeof ownershipCandidateSchema>;

/**
 * A subject that no component claims.
 *
 * @public
 */
export const unmappedSubjectSchema = z.object({
  subject: subjectSchema,
  labels: z.record(z.string(), z.string()),
  firstSeenAt: timestamp,
  lastSeenAt: timestamp,
  tools: z.array(z.string()),
  /** The likeliest first; only components that the caller may read. */
  candidates: z.array(ownershipCandidateSchema),
  /**
   * The annotation of a component that claims it. Where the component has the
   * annotation, the value goes behind the others, after a comma. Absent where
   * no annotation can.
   */
  claim: z
    .object({ key: z.string(), value: z.string(), text: z.string() })
    .optional(),
});

/** @public */
export type UnmappedSubject = z.infer<typeof unmappedSubjectSchema>;

/** @public */
export const unmappedPageSchema = page(unmappedSubjectSchema);

/** @public */
export type UnmappedPage = z.infer<typeof unmappedPageSchema>;

/** @public */
export const ownershipRepairFormats = ['yaml', 'shell'] as const;

/** @public */
export type OwnershipRepairFormat = (typeof ownershipRepairFormats)[number];

/**
 * Outcomes that an annotation on the workload ends.
 *
 * @public
 */
export const repairableOutcomes = [
  'missing',
  'unresolvable',
  'contradicting',
  'unmapped',
] as const;

/**
 * Of which workloads the repair is asked: of a namespace, or of a team and the
 * teams below it. `outcome` is `missing` unless said otherwise, since anything
 * else may overwrite what somebody wrote on purpose.
 *
 * @public
 */
export const ownershipRepairQuerySchema = z
  .object({
    namespace: name,
    team: entityRef,
    cluster: name,
    outcome: list(z.enum(repairableOutcomes)),
    format: z.enum(ownershipRepairFormats).default('yaml'),
  })
  .refine(({ namespace, team }) => namespace ?? team, {
    message: 'expected a namespace or a team',
  });

/** @public */
export type OwnershipRepairQuery = z.infer<typeof ownershipRepairQuerySchema>;
