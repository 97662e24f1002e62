import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

/** A policy that an image or deployment violates. */
export const ViolatedPolicy = z.object({
  name: z.string().min(1),
  severity: z.unknown().optional(),
  description: lenient.text,
  violation: lenient.texts,
  remediation: lenient.text,
});
export type ViolatedPolicy = z.infer<typeof ViolatedPolicy>;

const AdditionalInfo = z.object({
  name: lenient.text,
  type: lenient.text,
  namespace: lenient.text,
});

export const Metadata = z.object({
  id: lenient.text,
  additionalInfo: AdditionalInfo.optional().catch(undefined),
});
export type Metadata = z.infer<typeof Metadata>;
