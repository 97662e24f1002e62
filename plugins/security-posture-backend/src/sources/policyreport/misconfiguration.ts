import {
  firstLine,
  plainText,
  readLinks,
  readSeverity,
  type MisconfigurationFinding,
} from 'backstage-plugin-security-posture-node';
import type { Control } from './control';
import { readProperty } from './properties';
import type { PolicyResult } from './schema';

const PREFIX = /^validation error: /i;
const SUFFIX = / rule \S{1,253} failed at path \S{1,500}$/i;

/** The finding behind a result that failed or warned. */
export function readMisconfiguration(
  result: PolicyResult,
  control: Control,
): MisconfigurationFinding {
  const { message, category, properties, severity } = result;
  const remediation = readProperty(properties, 'remediation');
  return {
    kind: 'misconfiguration',
    subject: control.subject,
    id: control.id,
    severity: readSeverity(severity),
    title: readTitle(message) || readPolicyTitle(control),
    ...(message ? { message: plainText(message) } : {}),
    ...(remediation ? { remediation: plainText(remediation) } : {}),
    references: readReferences(properties),
    ...(control.container ? { container: control.container } : {}),
    ...(category ? { category: firstLine(category) } : {}),
  };
}

/** The links among the properties of a result. */
export function readReferences(properties: unknown): string[] {
  return readLinks([
    readProperty(properties, 'primaryURL', 'PrimaryURL'),
    readProperty(properties, 'url', 'URL', 'link', 'documentation'),
  ]);
}

// Kyverno wraps the author's sentence in where it failed.
function readTitle(message: string | undefined): string {
  const line = firstLine(message ?? '', 600);
  return firstLine(line.replace(PREFIX, '').replace(SUFFIX, ''));
}

function readPolicyTitle({ policy, rule }: Control): string {
  return firstLine(rule ? `${policy}: ${rule}` : policy);
}
