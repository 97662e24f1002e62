import {
  firstLine,
  type MisconfigurationFinding,
  plainText,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { severityOf } from './enums';
import type { Policy } from './schema';

/** `stackrox/privileged container`: the only name that all of its reports know. */
export function policyId(name: string): string {
  return `stackrox/${firstLine(name, 200)}`.toLowerCase();
}

/** The finding behind a violation of a policy for builds or deployments. */
export function readMisconfiguration(
  policy: Policy,
  subject: SourceSubject,
  message: string,
): MisconfigurationFinding {
  const { name, remediation, categories } = policy;
  return {
    kind: 'misconfiguration',
    subject,
    id: policyId(name),
    severity: severityOf(policy.severity),
    title: firstLine(name) || policyId(name),
    ...(message ? { message } : {}),
    ...(remediation ? { remediation: plainText(remediation) } : {}),
    references: [],
    ...(categories[0] ? { category: plainText(categories[0], 200) } : {}),
  };
}
