import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

/**
 * An event of audit.k8s.io. Most events are of no further interest, so that
 * the optional parts stay raw until they are.
 */
export const AuditEvent = z.object({
  auditID: z.string().min(1),
  stage: z.string().min(1),
  verb: z.string().min(1),
  requestURI: z.unknown().optional(),
  user: z.unknown().optional(),
  impersonatedUser: z.unknown().optional(),
  sourceIPs: z.unknown().optional(),
  objectRef: z.unknown().optional(),
  responseStatus: z.unknown().optional(),
  requestObject: z.unknown().optional(),
  responseObject: z.unknown().optional(),
  requestReceivedTimestamp: z.unknown().optional(),
  stageTimestamp: z.unknown().optional(),
  // audit.k8s.io/v1beta1 and before
  timestamp: z.unknown().optional(),
  annotations: z.unknown().optional(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/** One element in the annotation `validation.policy.admission.k8s.io/validation_failure`. */
export const ValidationFailure = z.object({
  policy: z.string().min(1),
  binding: lenient.text,
  message: lenient.text,
  validationActions: lenient.texts,
});
export type ValidationFailure = z.infer<typeof ValidationFailure>;
