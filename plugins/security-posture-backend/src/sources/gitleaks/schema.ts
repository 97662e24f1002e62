import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

const name = z.string().trim().min(1);

/** A leak as gitleaks 8 writes it. */
export const Leak = z.object({
  RuleID: name,
  Description: lenient.text,
  File: z.string(),
  StartLine: lenient.number,
  Commit: lenient.text,
  Match: lenient.text,
  Secret: lenient.text,
  Tags: lenient.texts,
  Link: lenient.text,
});
export type Leak = z.infer<typeof Leak>;

/** A leak as gitleaks 4 to 7 write it. */
export const OldLeak = z.object({
  rule: name,
  file: z.string(),
  lineNumber: lenient.number,
  commit: lenient.text,
  line: lenient.text,
  offender: lenient.text,
  tags: lenient.text,
  repoURL: lenient.text,
  leakURL: lenient.text,
});
export type OldLeak = z.infer<typeof OldLeak>;
