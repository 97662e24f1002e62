import { z } from 'zod';
import { readContainers, type ReadContainers } from './container';
import { field, isRecord, parts, textMapOf, valueAt } from './fields';
import { groupOf, podTemplatePaths } from './kinds';
import { keptAnnotations } from './metadata';
import { PodSecurityContext } from './securityContext';
import { VolumeEntry } from './volume';

const PodSpec = z.object({
  automountServiceAccountToken: field.boolean,
  hostIPC: field.boolean,
  hostNetwork: field.boolean,
  hostPID: field.boolean,
  hostUsers: field.boolean,
  imagePullSecrets: parts(z.object({ name: field.text })),
  nodeName: field.text,
  priorityClassName: field.text,
  restartPolicy: field.text,
  runtimeClassName: field.text,
  securityContext: PodSecurityContext,
  serviceAccount: field.text,
  serviceAccountName: field.text,
  shareProcessNamespace: field.boolean,
  volumes: parts(VolumeEntry),
});

export interface ReadPodSpec extends ReadContainers {
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
  const parsed = PodSpec.safeParse(podSpec);
  return {
    containers,
    problems,
    spec: {
      ...(parsed.success ? parsed.data : {}),
      ...(path.length > 0
        ? {
            podAnnotations: keptAnnotations(
              valueAt(template, ['metadata', 'annotations']),
            ),
            podLabels: textMapOf(valueAt(template, ['metadata', 'labels'])),
          }
        : {}),
    },
  };
}
