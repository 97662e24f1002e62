import {
  type ImageSubject,
  plainText,
  type SourceAlert,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { imageOf } from './entity';
import { isEnforced, severityOf, type ViolationState } from './enums';
import { messageOf } from './message';
import type { Alert } from './schema';

export function readRuntimeAlert(
  alert: Alert,
  subject: SourceSubject,
  state: ViolationState,
): SourceAlert {
  const { policy, time, id } = alert;
  const process = alert.processViolation?.processes[0];
  const signal = process?.signal;
  const path = signal?.execFilePath ?? signal?.name;
  const container = process?.containerName ?? attribute(alert, 'container');
  const pod = process?.podId ?? attribute(alert, 'pod');
  const user = signal?.uid?.toString() ?? attribute(alert, 'Username');
  const image = imageIn(alert, container);
  const resolved = state === 'RESOLVED';
  const at = resolved ? alert.resolvedAt ?? time : time;
  return {
    subject,
    rule: plainText(policy.name, 300),
    severity: severityOf(policy.severity),
    message: messageOf(alert),
    ...(at ? { at } : {}),
    ...(container ? { container: plainText(container, 300) } : {}),
    ...(image ? { image } : {}),
    ...(path ? { process: plainText(path, 1000) } : {}),
    ...(user ? { user: plainText(user, 200) } : {}),
    ...(pod ? { pod: plainText(pod, 300) } : {}),
    tags: policy.categories.slice(0, 30).map(text => plainText(text, 100)),
    ...(isEnforced(alert.enforcement?.action ?? alert.enforcementAction)
      ? { blocked: true }
      : {}),
    ...(resolved ? { resolved } : {}),
    // The same alert is sent again whenever it happens again.
    ...(id ? { eventId: plainText(at ? `${id}@${at}` : id, 300) } : {}),
  };
}

/** Events of the Kubernetes API carry their facts in attributes. */
function attribute({ violations }: Alert, wanted: string): string | undefined {
  for (const { keyValueAttrs } of violations.slice(0, 40)) {
    for (const { key, value } of keyValueAttrs?.attrs ?? []) {
      if (key === wanted && value) return value;
    }
  }
  return undefined;
}

function imageIn(
  { deployment }: Alert,
  container: string | undefined,
): ImageSubject | undefined {
  const containers = deployment?.containers ?? [];
  const named = containers.find(({ name }) => name && name === container);
  const only = containers.length === 1 ? containers[0] : undefined;
  return imageOf((named ?? only)?.image);
}
