import { z } from 'zod';

// An audit lists violations by the thousand: optional parts stay raw, and plain
// functions read them.

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
  namespace: z.unknown().optional(),
  message: z.unknown().optional(),
  enforcementAction: z.unknown().optional(),
  enforcementActions: z.unknown().optional(),
});
export type StatusViolation = z.infer<typeof StatusViolation>;

/** A line that the audit or the webhook (`--log-denies`) logs about a violation. */
export const LoggedViolation = z.object({
  process: z.unknown().optional(),
  constraint_kind: z.string().min(1),
  constraint_name: z.string().min(1),
  constraint_action: z.unknown().optional(),
  constraint_enforcement_actions: z.unknown().optional(),
  resource_kind: z.string().min(1),
  // Empty where the API server is yet to make up the name.
  resource_name: z.unknown().optional(),
  resource_namespace: z.unknown().optional(),
  resource_labels: z.unknown().optional(),
  request_username: z.unknown().optional(),
  msg: z.unknown().optional(),
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
  enforcementAction: z.unknown().optional(),
  enforcementActions: z.unknown().optional(),
  message: z.unknown().optional(),
  resourceKind: z.string().min(1),
  resourceName: z.unknown().optional(),
  resourceNamespace: z.unknown().optional(),
  resourceLabels: z.unknown().optional(),
  operation: z.unknown().optional(),
  dryRun: z.unknown().optional(),
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
