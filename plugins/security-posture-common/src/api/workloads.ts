import { z } from 'zod';
import { grades } from '../model';
import { page, pageQuery, subjectSchema, timestamp } from './fields';
import { riskFactorSchema } from './risk';

/** @public */
export const workloadsQuerySchema = z.object(pageQuery);

/** @public */
export type WorkloadsQuery = z.infer<typeof workloadsQuerySchema>;

/**
 * A secret that a workload uses, and how. Never its value.
 *
 * @public
 */
export const secretUseSchema = z.object({
  name: z.string(),
  via: z.enum(['volume', 'environment', 'image-pull', 'csi']),
  container: z.string().optional(),
  readOnly: z.boolean().optional(),
});

/** @public */
export type SecretUse = z.infer<typeof secretUseSchema>;

/**
 * A workload of a component, with its own risk: what it runs, how it is
 * configured, how far it can be reached and what was seen on it.
 *
 * @public
 */
export const componentWorkloadSchema = z.object({
  subject: subjectSchema,
  /** Absent: unknown. */
  exposure: z.enum(['internal', 'node', 'external']).optional(),
  images: z.array(
    z.object({
      name: z.string(),
      digest: z.string().optional(),
      tag: z.string().optional(),
    }),
  ),
  /** 0 to 100; absent while nothing tells. */
  risk: z.number().optional(),
  grade: z.enum(grades),
  coverage: z.number(),
  /** What adds most to its risk. */
  factors: z.array(riskFactorSchema),
  factorsTotal: z.number().int(),
  failing: z.array(z.object({ checkId: z.string(), title: z.string() })),
  /** Absent: no configuration is known. */
  secrets: z.array(secretUseSchema).optional(),
  configuredAt: timestamp.optional(),
});

/** @public */
export type ComponentWorkload = z.infer<typeof componentWorkloadSchema>;

/** @public */
export const workloadsPageSchema = page(componentWorkloadSchema);

/** @public */
export type WorkloadsPage = z.infer<typeof workloadsPageSchema>;
