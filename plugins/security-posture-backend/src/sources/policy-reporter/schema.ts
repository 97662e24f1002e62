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
    ({
      status,
      resource,
      creationTimestamp,
      properties,
      ...rest
    }): PolicyResult => ({
      ...rest,
      outcome: status.toLocaleLowerCase('en-US'),
      timestamp: readTime(creationTimestamp),
      resources: [resource],
      properties,
    }),
  );
