import { z } from 'zod';
import { findingKinds, findingStates } from '../model';
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
    ['severity', 'title', 'package', 'firstSeenAt', 'lastSeenAt'],
    'severity:desc',
  ),
  stage: list(stage),
  kind: list(z.enum(findingKinds)),
  severity: list(severity),
  state: list(z.enum(findingStates)),
  fixable: flag,
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
  firstSeenAt: timestamp,
  lastSeenAt: timestamp,
  fixedAt: timestamp.optional(),
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
