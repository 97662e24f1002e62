import { z } from 'zod';
import { timestamp } from './fields';

/** @public */
export const trailEntrySchema = z.object({
  id: z.string(),
  at: timestamp,
  actor: z.string(),
  action: z.string(),
  findingId: z.string().optional(),
  exceptionId: z.string().optional(),
  entityRef: z.string().optional(),
  comment: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
});

/**
 * What a person or a task did. `actor` is the entity reference of a user, the
 * subject of a machine, or the name of a task.
 *
 * @public
 */
export type TrailEntry = z.infer<typeof trailEntrySchema>;
