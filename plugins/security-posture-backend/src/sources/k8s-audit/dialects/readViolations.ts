import { readGatekeeper } from './gatekeeper';
import { readKyvernoClusterPolicy } from './kyvernoClusterPolicy';
import { readKyvernoValidatingPolicy } from './kyvernoValidatingPolicy';
import { readPodSecurity } from './podSecurity';
import { readSecurityPosture } from './securityPosture';
import { readStackrox } from './stackrox';
import { readValidatingAdmissionPolicy } from './validatingAdmissionPolicy';
import type { ReadViolations, Violation } from './violation';

const dialects: ReadViolations[] = [
  readSecurityPosture,
  readStackrox,
  readKyvernoClusterPolicy,
  readKyvernoValidatingPolicy,
  readGatekeeper,
  readValidatingAdmissionPolicy,
  readPodSecurity,
];

/** The violations in a text of which nothing says who wrote it. */
export function readViolations(text: string): Violation[] {
  for (const read of dialects) {
    const violations = read(text);
    if (violations.length > 0) return violations;
  }
  return [];
}
