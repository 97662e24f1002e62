import { readContainers, type ReadContainers } from './container';
import { field, isRecord, part, parts, textMapOf, valueAt } from './fields';
import { groupOf, podTemplatePaths } from './kinds';
import { keptAnnotations } from './metadata';
import { podSecurityContext } from './securityContext';
import { readVolume } from './volume';

const settingsOf = part({
  automountServiceAccountToken: field.boolean,
  hostIPC: field.boolean,
  hostNetwork: field.boolean,
  hostPID: field.boolean,
  hostUsers: field.boolean,
  imagePullSecrets: parts(part({ name: field.text })),
  nodeName: field.text,
  priorityClassName: field.text,
  restartPolicy: field.text,
  runtimeClassName: field.text,
  securityContext: podSecurityContext,
  serviceAccount: field.text,
  serviceAccountName: field.text,
  shareProcessNamespace: field.boolean,
  volumes: parts(readVolume),
});

export interface ReadPodSpec extends ReadContainers {
  podLabels?: Record<string, string>;
  spec: Record<string, unknown>;
}

/** Whether an object of this kind runs pods. */
export function runsPods(apiVersion: string, kind: string): boolean {
  return templatePath(apiVersion, kind) !== undefined;
}

function templatePath(
  apiVersion: string,
  kind: string,
): readonly string[] | undefined {
  if (kind === 'Service' && groupOf(apiVersion) === 'serving.knative.dev') {
    return ['spec', 'template'];
  }
  return podTemplatePaths.get(kind);
}

/** The pods that an object runs, or why they cannot be read. */
export function readPodSpec(
  apiVersion: string,
  kind: string,
  object: unknown,
): ReadPodSpec | string {
  const path = templatePath(apiVersion, kind) ?? [];
  const template = valueAt(object, path);
  const podSpec = valueAt(template, ['spec']);
  const at = [...path, 'spec'].join('.');
  if (!isRecord(podSpec)) return `${at}: expected the specification of a pod`;
  const { containers, problems } = readContainers(podSpec);
  if (containers.length === 0) {
    return problems[0] ?? `${at}.containers: expected a list`;
  }
  const podLabels =
    path.length > 0
      ? textMapOf(valueAt(template, ['metadata', 'labels']))
      : undefined;
  return {
    containers,
    problems,
    podLabels,
    spec: {
      ...settingsOf(podSpec),
      ...(path.length > 0
        ? {
            podAnnotations: keptAnnotations(
              valueAt(template, ['metadata', 'annotations']),
            ),
            podLabels,
          }
        : {}),
    },
  };
}
