import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

/** A Kubernetes `ObjectReference`, as far as it names an object. */
export const ObjectReference = z.object({
  kind: z.string().min(1),
  name: z.string().min(1),
  namespace: lenient.text,
});
export type ObjectReference = z.infer<typeof ObjectReference>;

/** One element of `results`. `properties` stay raw: they are read when needed. */
export const PolicyResult = z
  .object({
    source: lenient.text,
    policy: z.string().optional(),
    rule: lenient.text,
    category: lenient.text,
    severity: lenient.text,
    timestamp: lenient.timestamp,
    result: z.string().optional(),
    // wgpolicyk8s.io/v1alpha1 called the outcome so.
    status: z.string().optional(),
    message: lenient.text,
    resources: z.array(z.unknown()).catch([]),
    properties: z.unknown().optional(),
  })
  .transform(({ result, status, ...rest }) => ({
    ...rest,
    outcome: (result ?? status)?.toLocaleLowerCase('en-US'),
  }));
export type PolicyResult = z.infer<typeof PolicyResult>;

const Metadata = z.object({
  namespace: lenient.text,
  creationTimestamp: lenient.timestamp,
  generation: lenient.number,
  labels: z.unknown().optional(),
  ownerReferences: z.array(z.unknown()).catch([]),
});

/** A policy report of any of the API groups; `results` are validated one by one. */
export const PolicyReport = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: Metadata.optional().catch(undefined),
  source: lenient.text,
  scope: ObjectReference.optional().catch(undefined),
  summary: z.unknown().optional(),
  configuration: z.unknown().optional(),
  results: z.unknown().optional(),
});
export type PolicyReport = z.infer<typeof PolicyReport>;
