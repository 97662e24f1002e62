import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

export const KubeBenchResult = z.object({
  test_number: z.string().min(1),
  test_desc: lenient.text,
  remediation: lenient.text,
  status: z.string(),
});

export const KubeHunterVulnerability = z.object({
  id: z.string().min(1),
  vulnerability: lenient.text,
  description: lenient.text,
  category: lenient.text,
  severity: z.unknown().optional(),
  location: lenient.text,
  avd_reference: z.unknown().optional(),
});
