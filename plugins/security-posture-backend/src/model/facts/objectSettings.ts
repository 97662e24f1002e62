import { z } from 'zod';
import type { ObjectFacts } from './componentFacts';

/**
 * The settings of objects that run no pods, as checks judge them. A part of the
 * wrong type is absent; a selector or a rule that cannot be read never becomes
 * a wider one.
 */
const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const texts = z.array(z.string()).catch([]);
const textMap = z.record(z.string(), z.string());

const labelSelector = z.object({
  matchLabels: textMap.default({}),
  matchExpressions: z
    .array(
      z.object({
        key: z.string(),
        operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
        values: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

export type LabelSelector = z.infer<typeof labelSelector>;

const networkRules = z
  .array(
    z.object({
      from: z.array(z.object({})).default([]),
      to: z.array(z.object({})).default([]),
      ports: z.array(z.object({})).default([]),
    }),
  )
  .default([]);

const networkPolicy = z.object({
  podSelector: labelSelector.default({ matchLabels: {}, matchExpressions: [] }),
  policyTypes: z.array(z.string()).default([]),
  ingress: networkRules,
  egress: networkRules,
});

export type NetworkPolicy = z.infer<typeof networkPolicy>;

/** The settings of a NetworkPolicy; undefined if they cannot be read as a whole. */
export function networkPolicyOf({
  spec,
}: ObjectFacts): NetworkPolicy | undefined {
  return networkPolicy.safeParse(spec).data;
}

const roleRule = z.object({
  apiGroups: texts,
  resources: texts,
  resourceNames: texts,
  verbs: texts,
});

export type RoleRule = z.infer<typeof roleRule>;

const role = z.object({
  rules: z.array(roleRule).optional().catch(undefined),
});

/** The rules of a Role or ClusterRole; undefined if it holds none that can be read. */
export function roleRulesOf({ spec }: ObjectFacts): RoleRule[] | undefined {
  return role.safeParse(spec).data?.rules;
}

const binding = z.object({
  roleRef: z.object({ kind: z.string(), name: z.string() }),
  subjects: z
    .array(z.object({ kind: text, name: text, namespace: text }))
    .catch([]),
});

export type RoleBinding = z.infer<typeof binding>;

/** What a RoleBinding or ClusterRoleBinding binds; undefined if it names no role. */
export function roleBindingOf({ spec }: ObjectFacts): RoleBinding | undefined {
  return binding.safeParse(spec).data;
}

const serviceAccount = z.object({ automountServiceAccountToken: flag });

/** Whether a ServiceAccount lets its token be mounted; undefined: it does not say. */
export function automountOf({ spec }: ObjectFacts): boolean | undefined {
  return serviceAccount.safeParse(spec).data?.automountServiceAccountToken;
}

const service = z.object({
  apiVersion: text,
  type: text,
  selector: textMap.catch({}),
  ports: z
    .array(
      z.object({
        port: z.number().optional().catch(undefined),
        targetPort: z
          .union([z.string(), z.number()])
          .optional()
          .catch(undefined),
      }),
    )
    .catch([]),
});

export type ServiceSettings = z.infer<typeof service>;

/** The settings of a Service; undefined if they cannot be read. */
export function serviceOf({ spec }: ObjectFacts): ServiceSettings | undefined {
  return service.safeParse(spec).data;
}

const secret = z.object({ type: text });

/** The type of a Secret: `Opaque`, `kubernetes.io/tls` … */
export function secretTypeOf({ spec }: ObjectFacts): string | undefined {
  return secret.safeParse(spec).data?.type;
}
