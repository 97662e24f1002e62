import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';
import { field } from '../kubernetes/fields';

/** An object of constraints.gatekeeper.sh. Its violations are validated one by one. */
export const Constraint = z.object({
  kind: z.string().min(1),
  metadata: z.object({ name: z.string().min(1) }),
  spec: z.unknown().optional(),
  status: z.unknown().optional(),
});
export type Constraint = z.infer<typeof Constraint>;

/** One element of `status.violations`. */
export const StatusViolation = z.object({
  kind: z.string().min(1),
  name: z.string().min(1),
  namespace: lenient.text,
  message: lenient.text,
  enforcementAction: lenient.text,
  enforcementActions: lenient.texts,
});
export type StatusViolation = z.infer<typeof StatusViolation>;

/** A line that the audit or the webhook (`--log-denies`) logs about a violation. */
export const LoggedViolation = z.object({
  process: lenient.text,
  constraint_kind: z.string().min(1),
  constraint_name: z.string().min(1),
  constraint_action: lenient.text,
  constraint_enforcement_actions: lenient.texts,
  resource_kind: z.string().min(1),
  // Empty where the API server is yet to make up the name.
  resource_name: lenient.text,
  resource_namespace: lenient.text,
  resource_labels: field.textMap,
  request_username: lenient.text,
  msg: lenient.text,
  audit_id: z.unknown().optional(),
  ts: z.unknown().optional(),
});
export type LoggedViolation = z.infer<typeof LoggedViolation>;

/** A message of the violation export: pub/sub or a file. */
export const ExportedViolation = z.object({
  id: z.unknown().optional(),
  eventType: z.string(),
  kind: z.string().min(1),
  name: z.string().min(1),
  enforcementAction: lenient.text,
  enforcementActions: lenient.texts,
  message: lenient.text,
  resourceKind: z.string().min(1),
  resourceName: lenient.text,
  resourceNamespace: lenient.text,
  resourceLabels: field.textMap,
  operation: lenient.text,
  dryRun: lenient.boolean,
});
export type ExportedViolation = z.infer<typeof ExportedViolation>;

/** What the log says of a whole constraint at the end of an audit. */
export const ConstraintAudited = z.object({
  audit_id: z.string().min(1),
  constraint_kind: z.string().min(1),
  constraint_name: z.string().min(1),
  constraint_violations: z.coerce.number().int().nonnegative(),
});
export type ConstraintAudited = z.infer<typeof ConstraintAudited>;
