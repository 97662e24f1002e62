import { z } from 'zod';
import {
  page as pageOf,
  pageQuery,
  severityCounts,
  subjectSchema,
  timestamp,
} from './fields';

/**
 * What is remarkable about one digest of an image line.
 *
 * - `never-scanned`: it runs or was built, and no scan of it is known
 * - `awaiting-rollout`: it still runs, and a newer build holds fewer problems
 * - `admitted-despite-findings`: it was let into a cluster although its scan had shown critical or high problems
 *
 * @public
 */
export const imageConcerns = [
  'never-scanned',
  'awaiting-rollout',
  'admitted-despite-findings',
] as const;

/** @public */
export type ImageConcern = (typeof imageConcerns)[number];

/** @public */
export const imagesQuerySchema = z.object(pageQuery);

/** @public */
export type ImagesQuery = z.infer<typeof imagesQuerySchema>;

/** @public */
export const componentImageSchema = z.object({
  name: z.string(),
  /** Absent: nobody named one. */
  digest: z.string().optional(),
  tag: z.string().optional(),
  branch: z.string().optional(),
  commit: z.string().optional(),
  built: z.boolean(),
  running: z.boolean(),
  builtAt: timestamp.optional(),
  scannedAt: timestamp.optional(),
  admittedAt: timestamp.optional(),
  runningSince: timestamp.optional(),
  workloads: z.array(subjectSchema),
  /** Open findings of this digest; absent, never zero, where it was never scanned. */
  open: severityCounts.optional(),
  concerns: z.array(z.enum(imageConcerns)),
  lastSeenAt: timestamp,
});

/**
 * One digest of an image line of a component, from its build to where it runs.
 *
 * @public
 */
export type ComponentImage = z.infer<typeof componentImageSchema>;

/** @public */
export const imagesPageSchema = pageOf(componentImageSchema);

/** @public */
export type ImagesPage = z.infer<typeof imagesPageSchema>;
