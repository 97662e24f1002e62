import { lenient, readTimestamp } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

/** One event as Falco and falcosidekick write it; a rule chooses its fields. */
export const FalcoEvent = z.object({
  rule: z.string().min(1),
  priority: lenient.text,
  output: lenient.text,
  message: lenient.text,
  time: lenient.text.transform(readTimestamp),
  hostname: lenient.text,
  source: lenient.text,
  tags: lenient.texts,
  uuid: lenient.text,
  output_fields: z.unknown().optional(),
});
export type FalcoEvent = z.infer<typeof FalcoEvent>;
