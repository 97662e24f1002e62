import { z } from 'zod';

/**
 * The configuration of pods as the inventory holds it, JSON read into typed
 * data. A part of the wrong type is absent, and what is absent stays absent, so
 * that checks can tell a default from a setting.
 */
const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const quantity = z.union([z.string(), z.number()]).optional().catch(undefined);
const texts = z.array(z.string()).optional().catch(undefined);
const textMap = z.record(z.string(), z.string()).catch({});

function part<S extends z.ZodRawShape>(shape: S) {
  return z.object(shape).optional().catch(undefined);
}

function parts<T extends z.ZodType>(item: T) {
  return z.array(item).optional().catch(undefined);
}

const profile = part({ type: text, localhostProfile: text });

const securityOfBoth = {
  appArmorProfile: profile,
  seccompProfile: profile,
  runAsGroup: number,
  runAsNonRoot: flag,
  runAsUser: number,
  windowsOptions: part({ hostProcess: flag }),
};

const amounts = part({ cpu: quantity, memory: quantity });

const environmentVariable = z.object({
  name: z.string().catch(''),
  from: z
    .enum(['literal', 'secret', 'configMap', 'field', 'other'])
    .catch('other'),
  source: text,
});

const image = z
  .object({ name: z.string(), tag: text, digest: text })
  .optional()
  .catch(undefined);

export const podContainer = z.object({
  name: z.string().catch(''),
  init: flag,
  ephemeral: flag,
  image,
  imageReference: text,
  imagePullPolicy: text,
  securityContext: part({
    ...securityOfBoth,
    allowPrivilegeEscalation: flag,
    capabilities: part({ add: texts, drop: texts }),
    privileged: flag,
    procMount: text,
    readOnlyRootFilesystem: flag,
  }),
  resources: part({ limits: amounts, requests: amounts }),
  ports: parts(
    z.object({ containerPort: number, hostPort: number, protocol: text }),
  ),
  env: parts(environmentVariable),
  envFrom: parts(environmentVariable.omit({ name: true })),
  volumeMounts: parts(
    z.object({
      name: text,
      mountPath: text,
      mountPropagation: text,
      readOnly: flag,
    }),
  ),
  livenessProbe: flag,
  readinessProbe: flag,
});

export type PodContainer = z.infer<typeof podContainer>;

const volume = z.object({
  name: z.string().catch(''),
  type: z.string().catch('other'),
  source: text,
  projects: parts(z.object({ type: z.string().catch('other'), source: text })),
});

/** The specification of pods and of what controls them. */
export const podSettings = z.object({
  apiVersion: text,
  kind: text,
  replicas: number,
  automountServiceAccountToken: flag,
  hostIPC: flag,
  hostNetwork: flag,
  hostPID: flag,
  imagePullSecrets: parts(z.object({ name: text })),
  podAnnotations: textMap,
  podLabels: textMap,
  /** The Pod Security level that admission enforced on it, as the audit log says. */
  podSecurity: part({ enforce: text, exempt: text }),
  securityContext: part({
    ...securityOfBoth,
    fsGroup: number,
    sysctls: parts(z.object({ name: text, value: text })),
  }),
  serviceAccountName: text,
  serviceAccount: text,
  volumes: parts(volume),
});

export type PodSettings = z.infer<typeof podSettings>;

export const podContainers = z.array(podContainer).catch([]);

export { textMap as annotationMap };
