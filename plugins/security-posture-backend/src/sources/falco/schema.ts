import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

// Falco writes null, an empty text or <NA> for a field that it does not know.
const field = z
  .unknown()
  .optional()
  .transform(value =>
    typeof value === 'string' && value !== '' && value !== '<NA>'
      ? value
      : undefined,
  );

/** The fields of an event that we read; a rule chooses which it prints. */
export const FalcoFields = z.object({
  'k8s.ns.name': field,
  'k8s.pod.name': field,
  'container.id': field,
  'container.name': field,
  'container.image.repository': field,
  'container.image.tag': field,
  'container.image.digest': field,
  'proc.name': field,
  'proc.exepath': field,
  'user.name': field,
  'ka.target.name': field,
  'ka.target.namespace': field,
  'ka.target.resource': field,
  'ka.user.name': field,
  'falco.version': field,
  'falco.outputs_queue_num_drops': lenient.number,
  'scap.n_drops_perc': lenient.number,
});
export type FalcoFields = z.infer<typeof FalcoFields>;

const noFields = FalcoFields.parse({});

/** One event as Falco and falcosidekick write it. */
export const FalcoEvent = z.object({
  rule: z.string().min(1),
  priority: lenient.text,
  output: lenient.text,
  message: lenient.text,
  time: lenient.timestamp,
  hostname: field,
  source: lenient.text,
  tags: lenient.texts,
  uuid: lenient.text,
  output_fields: FalcoFields.catch(noFields),
});
export type FalcoEvent = z.infer<typeof FalcoEvent>;
