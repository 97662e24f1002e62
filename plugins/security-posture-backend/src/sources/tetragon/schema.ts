import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

const Image = z.object({ id: lenient.text, name: lenient.text });

const Container = z.object({
  name: lenient.text,
  image: Image.optional().catch(undefined),
  maybe_exec_probe: lenient.boolean,
});

export const Pod = z.object({
  namespace: lenient.text,
  name: z.string().min(1),
  workload: lenient.text,
  workload_kind: lenient.text,
  pod_labels: lenient.textMap,
  container: Container.optional().catch(undefined),
});
export type Pod = z.infer<typeof Pod>;

export const Process = z.object({
  exec_id: lenient.text,
  binary: z.string().min(1),
  uid: lenient.number,
  user: z.object({ name: lenient.text }).optional().catch(undefined),
  pod: Pod.optional().catch(undefined),
  in_init_tree: lenient.boolean,
});
export type Process = z.infer<typeof Process>;

/** An event that a TracingPolicy asked for. */
export const PolicyEvent = z.object({
  process: Process,
  policy_name: lenient.text,
  message: lenient.text,
  tags: lenient.texts,
  action: lenient.text,
  return_action: lenient.text,
  function_name: lenient.text,
  subsys: lenient.text,
  event: lenient.text,
  symbol: lenient.text,
  path: lenient.text,
  args: z.array(z.unknown()).catch([]),
});
export type PolicyEvent = z.infer<typeof PolicyEvent>;

/** What surrounds every event. */
export const Surroundings = z.object({
  node_name: lenient.text,
  cluster_name: lenient.text,
  time: lenient.text,
});
export type Surroundings = z.infer<typeof Surroundings>;
