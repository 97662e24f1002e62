import {
  readImageReference,
  type WorkloadContainer,
} from 'backstage-plugin-security-posture-node';
import { z } from 'zod';
import { EnvironmentEntry, EnvironmentSource } from './environment';
import { field, isRecord, part, parts, textOf } from './fields';
import { oneLine } from './oneLine';
import { ContainerSecurityContext } from './securityContext';

const Amounts = z
  .unknown()
  .optional()
  .transform(value => {
    if (!isRecord(value)) return undefined;
    return {
      cpu: field.quantity.parse(value.cpu),
      memory: field.quantity.parse(value.memory),
    };
  });

const Port = z.object({
  containerPort: field.number,
  hostPort: field.number,
  protocol: field.text,
});

const Mount = z.object({
  name: field.text,
  mountPath: field.text,
  mountPropagation: field.text,
  readOnly: field.boolean,
});

const isGiven = z
  .unknown()
  .optional()
  .transform(value => (isRecord(value) ? true : undefined));

/** What checks judge of a container. Arguments and commands may hold secrets and are left out. */
const Container = z.object({
  name: z.string().min(1),
  image: z.unknown().optional(),
  imagePullPolicy: field.text,
  securityContext: ContainerSecurityContext,
  resources: part({ limits: Amounts, requests: Amounts }),
  ports: parts(Port),
  env: parts(EnvironmentEntry),
  envFrom: parts(EnvironmentSource),
  volumeMounts: parts(Mount),
  livenessProbe: isGiven,
  readinessProbe: isGiven,
  startupProbe: isGiven,
  restartPolicy: field.text,
});

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
      const parsed = Container.safeParse(element);
      if (parsed.success) read.containers.push(kept(parsed.data, role));
      else
        read.problems.push(
          `spec.${list}[${index}]: expected a named container`,
        );
    });
  }
  return read;
}

function kept(
  { name, image, ...settings }: z.infer<typeof Container>,
  role: { init?: boolean; ephemeral?: boolean },
): WorkloadContainer {
  const reference = textOf(image);
  const imageSubject = readImageReference(reference);
  return {
    name: oneLine(name),
    ...role,
    ...(imageSubject ? { image: imageSubject } : {}),
    ...(reference ? { imageReference: oneLine(reference, 1000) } : {}),
    ...settings,
  };
}
