import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

const GroupVersionKind = z
  .object({
    group: z.unknown().optional(),
    version: z.unknown().optional(),
    kind: z.string().min(1),
  })
  .optional()
  .catch(undefined);

/** What the API server asks. `kind` may be absent: the object names it too. */
export const AdmissionRequest = z.object({
  uid: z.string().min(1),
  kind: GroupVersionKind,
  operation: lenient.text,
  subResource: lenient.text,
  namespace: lenient.text,
  name: lenient.text,
  userInfo: z.unknown().optional(),
  object: z.unknown().optional(),
  oldObject: z.unknown().optional(),
  dryRun: lenient.boolean,
});
export type AdmissionRequest = z.infer<typeof AdmissionRequest>;

/** What a webhook answers. */
export const AdmissionResponse = z.object({
  allowed: z.boolean(),
  status: z.unknown().optional(),
  warnings: lenient.texts,
});
export type AdmissionResponse = z.infer<typeof AdmissionResponse>;

/** A review with a request that can be read. */
export const AdmissionReview = z.object({
  request: AdmissionRequest,
  response: z.unknown().optional(),
});
export type AdmissionReview = z.infer<typeof AdmissionReview>;
