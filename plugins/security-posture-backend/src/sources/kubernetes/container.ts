import {
  readImageReference,
  type WorkloadContainer,
} from 'backstage-plugin-security-posture-node';
import { environmentSource, environmentVariable } from './environment';
import { field, isRecord, part, parts, textOf } from './fields';
import { oneLine } from './oneLine';
import { containerSecurityContext } from './securityContext';

const amounts = part({ cpu: field.quantity, memory: field.quantity });

/** What checks judge of a container. Arguments and commands may hold secrets and are left out. */
const settingsOf = part({
  imagePullPolicy: field.text,
  securityContext: containerSecurityContext,
  resources: part({ limits: amounts, requests: amounts }),
  ports: parts(
    part({
      containerPort: field.number,
      hostPort: field.number,
      protocol: field.text,
    }),
  ),
  env: parts(environmentVariable),
  envFrom: parts(environmentSource),
  volumeMounts: parts(
    part({
      name: field.text,
      mountPath: field.text,
      mountPropagation: field.text,
      readOnly: field.boolean,
    }),
  ),
  livenessProbe: isGiven,
  readinessProbe: isGiven,
  startupProbe: isGiven,
  restartPolicy: field.text,
});

function isGiven(probe: unknown): true | undefined {
  return isRecord(probe) ? true : undefined;
}

/** The containers of a pod, and what was wrong with those that are missing. */
export interface ReadContainers {
  containers: WorkloadContainer[];
  problems: string[];
}

const lists = [
  ['containers', {}],
  ['initContainers', { init: true }],
  ['ephemeralContainers', { ephemeral: true }],
] as const;

const MAX_CONTAINERS = 200;

export function readContainers(podSpec: Record<string, unknown>) {
  const read: ReadContainers = { containers: [], problems: [] };
  for (const [list, role] of lists) {
    const elements = podSpec[list];
    if (elements === undefined || elements === null) continue;
    if (!Array.isArray(elements)) {
      read.problems.push(`spec.${list}: expected a list`);
      continue;
    }
    elements.slice(0, MAX_CONTAINERS).forEach((element, index) => {
      const container = readContainer(element, role);
      if (container) read.containers.push(container);
      else {
        read.problems.push(
          `spec.${list}[${index}]: expected a named container`,
        );
      }
    });
  }
  return read;
}

function readContainer(
  element: unknown,
  role: { init?: boolean; ephemeral?: boolean },
): WorkloadContainer | undefined {
  const name = isRecord(element) ? textOf(element.name) : undefined;
  if (!isRecord(element) || name === undefined) return undefined;
  const reference = textOf(element.image);
  const image = readImageReference(reference);
  return {
    name: oneLine(name),
    ...role,
    ...(image ? { image } : {}),
    ...(reference ? { imageReference: oneLine(reference, 1000) } : {}),
    ...settingsOf(element),
  };
}
