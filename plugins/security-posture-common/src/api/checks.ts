import { z } from 'zod';
import {
  catalogueKinds,
  checkResults,
  enforcements,
  evidenceKinds,
} from '../model';
import { list, stage, subjectSchema, timestamp } from './fields';

/**
 * How to mend what a check found, with something to copy.
 *
 * @public
 */
export const checkFixSchema = z.object({
  text: z.string(),
  snippet: z
    .object({
      language: z.enum(['yaml', 'dockerfile', 'shell', 'json']),
      code: z.string(),
    })
    .optional(),
});

/** @public */
export type CheckFix = z.infer<typeof checkFixSchema>;

/**
 * One entry of the catalogue. `practices` are the practices of DevSecOps that
 * it serves; `inputs` what it can be judged by, best first.
 *
 * @public
 */
export const catalogueEntrySchema = z.object({
  id: z.string(),
  kind: z.enum(catalogueKinds),
  stage,
  practices: z.array(z.string()).min(1),
  title: z.string(),
  rule: z.string(),
  inputs: z.array(z.string()),
  why: z.string(),
  fix: checkFixSchema.optional(),
  passes: z.string(),
});

/** @public */
export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>;

/** @public */
export const catalogueSchema = z.object({
  items: z.array(catalogueEntrySchema),
  totalItems: z.number().int(),
});

/** @public */
export type Catalogue = z.infer<typeof catalogueSchema>;

/**
 * Something that a check judged. `id` is that of the finding, report, decision,
 * alert or attestation, if it is one.
 *
 * @public
 */
export const evidenceSchema = z.object({
  kind: z.enum(evidenceKinds),
  result: z.enum(checkResults),
  id: z.string().optional(),
  /** What was seen, in one line. */
  title: z.string(),
  subject: subjectSchema.optional(),
  digest: z.string().optional(),
  container: z.string().optional(),
  at: timestamp.optional(),
});

/** @public */
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * A check judged on a component. The worst evidence comes first; `evidence`
 * holds some of it, `evidenceTotal` counts all.
 *
 * @public
 */
export const judgedCheckSchema = z.object({
  checkId: z.string(),
  stage,
  practices: z.array(z.string()),
  title: z.string(),
  result: z.enum(checkResults),
  /** Why, in one sentence. */
  summary: z.string(),
  evidence: z.array(evidenceSchema),
  evidenceTotal: z.number().int(),
  why: z.string(),
  rule: z.string(),
  fix: checkFixSchema.optional(),
  passes: z.string(),
  /** What it leads to where the policy is enforced. */
  enforcement: z.object({
    build: z.enum(enforcements),
    admission: z.enum(enforcements),
  }),
  /** The approved exception that covers it. */
  exceptionId: z.string().optional(),
});

/** @public */
export type JudgedCheck = z.infer<typeof judgedCheckSchema>;

/** @public */
export const checksQuerySchema = z.object({
  stage: list(stage),
  result: list(z.enum(checkResults)),
});

/** @public */
export type ChecksQuery = z.infer<typeof checksQuerySchema>;

/**
 * All checks of a component, those that fail first.
 *
 * @public
 */
export const judgedChecksSchema = z.object({
  items: z.array(judgedCheckSchema),
  totalItems: z.number().int(),
  evaluatedAt: timestamp,
});

/** @public */
export type JudgedChecks = z.infer<typeof judgedChecksSchema>;

/**
 * How many checks have which result.
 *
 * @public
 */
export const checkCountsSchema = z.object({
  pass: z.number().int(),
  warn: z.number().int(),
  fail: z.number().int(),
  unknown: z.number().int(),
  'not-applicable': z.number().int(),
});

/** @public */
export type CheckCounts = z.infer<typeof checkCountsSchema>;
