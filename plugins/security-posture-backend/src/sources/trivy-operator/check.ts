import {
  firstLine,
  type MisconfigurationFinding,
  plainText,
  readSeverity,
  type SourcePass,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { controlId } from '../trivy/controlId';
import type { Check } from './schema';

/**
 * Keeps one check: a pass, or a finding for each container that it names (a
 * check has one message for each container, and a container is part of the
 * identity of a misconfiguration).
 */
export function keepCheck(
  report: SourceReport,
  element: Check,
  inContainer?: string,
): string | void {
  const id = controlId(plainText(element.checkID, 200));
  if (id === '') return 'checkID: expected printable characters';
  const containers = inContainer
    ? [plainText(inContainer, 300)]
    : containersOf(element);
  for (const container of containers.length > 0 ? containers : [undefined]) {
    if (element.success) {
      report.passes.push(readPass(element, id, container));
    } else {
      report.findings.push(readMisconfiguration(element, id, container));
    }
  }
  return undefined;
}

function readPass(
  element: Check,
  id: string,
  container: string | undefined,
): SourcePass {
  return {
    id,
    ...(element.title ? { title: firstLine(element.title) } : {}),
    ...(container ? { container } : {}),
  };
}

function readMisconfiguration(
  element: Check,
  id: string,
  container: string | undefined,
): MisconfigurationFinding {
  const messages = messagesOf(element).slice(0, 20);
  const about = container
    ? messages.filter(message => containerOf(message) === container)
    : messages;
  const message =
    (about.length > 0 ? about : messages).join('\n') || element.description;
  const { category, remediation } = element;
  return {
    kind: 'misconfiguration',
    id,
    severity: readSeverity(element.severity),
    title: firstLine(element.title ?? withoutSecrets(messages[0] ?? id)) || id,
    ...(message ? { message: withoutSecrets(message) } : {}),
    ...(remediation ? { remediation: plainText(remediation) } : {}),
    references: [],
    ...(container ? { container } : {}),
    ...(category ? { category: plainText(category, 200) } : {}),
  };
}

function containersOf(element: Check): string[] {
  const { scope } = element;
  if (scope?.type === 'Container' && scope.value !== '') {
    return [plainText(scope.value, 300)];
  }
  const names = new Set<string>();
  for (const message of messagesOf(element).slice(0, 200)) {
    const name = containerOf(message);
    if (name) names.add(name);
  }
  return [...names];
}

function messagesOf({ messages, message }: Check): string[] {
  return messages.length === 0 && message ? [message] : messages;
}

// "Container 'nginx' of Deployment 'shop' should …", as in trivy's own reports.
const CONTAINER =
  /^container (?:'([^']{1,253})'|"([^"]{1,253})"|([a-z0-9][a-z0-9.-]{0,252})) (?:of|in) /i;

function containerOf(message: string): string | undefined {
  const match = CONTAINER.exec(message);
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  return name ? plainText(name) || undefined : undefined;
}

// Checks for secrets in a ConfigMap quote what they found.
function withoutSecrets(message: string): string {
  return plainText(message).replace(/(key\(s\) or value\(s\)).*/s, '$1');
}
