import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

/** What the certificate of a keyless signature says, under cosign's names. */
const Claims = z.object({
  Subject: lenient.text,
  Issuer: lenient.text,
  githubWorkflowRepository: lenient.text,
  githubWorkflowSha: lenient.text,
  '1.3.6.1.4.1.57264.1.9': lenient.text,
  '1.3.6.1.4.1.57264.1.12': lenient.text,
  '1.3.6.1.4.1.57264.1.13': lenient.text,
  Bundle: z
    .object({
      Payload: z
        .object({ integratedTime: lenient.number })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});
export type Claims = z.infer<typeof Claims>;

/** One signature that cosign verified. */
export const Verification = z.object({
  critical: z.object({
    identity: z.object({ 'docker-reference': z.string().min(1) }),
    image: z.object({
      'docker-manifest-digest': z.string().regex(/^sha256:[a-f0-9]{64}$/),
    }),
    type: lenient.text,
  }),
  optional: Claims.optional().catch(undefined),
});
export type Verification = z.infer<typeof Verification>;
