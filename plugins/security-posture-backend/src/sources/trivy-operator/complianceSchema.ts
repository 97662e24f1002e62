import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

/** A control with counts: of trivy-operator, or of Starboard. */
export const Control = z.object({
  id: z.string().min(1),
  name: lenient.text,
  severity: z.unknown().optional(),
  totalFail: lenient.number,
  failTotal: lenient.number,
  passTotal: lenient.number,
});
export type Control = z.infer<typeof Control>;

/** A control of a report with `reportType: all`; its checks stay unread here. */
export const DetailedControl = z.object({
  id: z.string().min(1),
  name: lenient.text,
  severity: z.unknown().optional(),
  checks: z.unknown().optional(),
});
export type DetailedControl = z.infer<typeof DetailedControl>;

/** A control of Starboard's ClusterComplianceDetailReport. */
export const StarboardControl = z.object({
  id: z.string().min(1),
  name: lenient.text,
  severity: z.unknown().optional(),
  checkResults: z.array(z.unknown()).catch([]),
});

export const StarboardCheck = z.object({
  objectType: lenient.text,
  remediation: lenient.text,
  details: z.unknown().optional(),
});

export const StarboardDetail = z.object({
  name: z.string().min(1),
  namespace: lenient.text,
  msg: lenient.text,
  status: z.string(),
});
