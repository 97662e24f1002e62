import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';
import type { PolicyResult } from '../policyreport/schema';
import { readTime } from '../policyreport/time';

/** One result as Policy Reporter's webhook sends it, as the result of a report. */
export const WebhookResult = z
  .object({
    policy: z.string(),
    status: z.string(),
    source: lenient.text,
    rule: lenient.text,
    category: lenient.text,
    severity: lenient.text,
    message: lenient.text,
    creationTimestamp: z.unknown().optional(),
    resource: z.unknown().optional(),
    properties: z.unknown().optional(),
  })
  .transform(
    (sent): PolicyResult => ({
      policy: sent.policy,
      outcome: sent.status.toLowerCase(),
      source: sent.source,
      rule: sent.rule,
      category: sent.category,
      severity: sent.severity,
      timestamp: readTime(sent.creationTimestamp),
      message: sent.message,
      resources: [sent.resource],
      properties: sent.properties,
    }),
  );
