import { z } from 'zod';

/**
 * Whose names for a control are known. `pod-security` holds the names that
 * Pod Security Admission writes into its messages, and those of Kyverno's
 * `validate.podSecurity`.
 */
export const controlEngines = [
  'checkov',
  'dockle',
  'gatekeeper',
  'kics',
  'kube-linter',
  'kubescape',
  'kyverno',
  'pod-security',
  'polaris',
  'stackrox',
  'trivy',
] as const;

export type ControlEngine = (typeof controlEngines)[number];

/**
 * A name of a control; with `says` it means the control only where the message
 * matches, because the engine uses the name for several.
 */
const Meaning = z.union([
  z.string().min(1),
  z.strictObject({ id: z.string().min(1), says: z.string().min(1) }),
]);

/** A setting that several tools judge, each under a name of its own. */
export const Control = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  title: z.string().min(1).max(100),
  /** Where the tool does not say how bad it is. */
  severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
  remediation: z.string().min(1),
  /** How it looks once it is right, as YAML. */
  example: z.string().optional(),
  means: z.partialRecord(z.enum(controlEngines), z.array(Meaning).nonempty()),
});

export type Control = z.infer<typeof Control>;

export const Controls = z.array(Control).nonempty();
