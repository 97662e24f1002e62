import { lenient } from 'backstage-plugin-security-posture-node';
import { z } from 'zod';

export const Policy = z.object({
  id: lenient.text,
  name: z.string().min(1),
  description: lenient.text,
  remediation: lenient.text,
  severity: z.unknown().optional(),
  categories: lenient.texts,
  lifecycleStages: z.array(z.unknown()).catch([]),
});
export type Policy = z.infer<typeof Policy>;

const ImageName = z.object({ fullName: lenient.text });

export const AlertImage = z.object({
  id: lenient.text,
  name: ImageName.optional().catch(undefined),
});
export type AlertImage = z.infer<typeof AlertImage>;

const Container = z
  .object({ name: lenient.text, image: AlertImage.optional().catch(undefined) })
  .catch({ name: undefined });

export const Deployment = z.object({
  name: z.string().min(1),
  type: lenient.text,
  deploymentType: lenient.text,
  namespace: lenient.text,
  clusterName: lenient.text,
  labels: z.unknown().optional(),
  containers: z.array(Container).catch([]),
});
export type Deployment = z.infer<typeof Deployment>;

const Resource = z.object({
  name: z.string().min(1),
  resourceType: lenient.text,
  namespace: lenient.text,
  clusterName: lenient.text,
});
export type Resource = z.infer<typeof Resource>;

const CommonEntityInfo = z.object({
  clusterName: lenient.text,
  namespace: lenient.text,
  resourceType: lenient.text,
});

/** What an alert is about, in each form of the API. */
export const Entity = z.object({
  clusterName: lenient.text,
  namespace: lenient.text,
  deployment: Deployment.optional().catch(undefined),
  image: AlertImage.optional().catch(undefined),
  resource: Resource.optional().catch(undefined),
  node: z
    .object({ name: z.string().min(1) })
    .optional()
    .catch(undefined),
  commonEntityInfo: CommonEntityInfo.optional().catch(undefined),
});
export type Entity = z.infer<typeof Entity>;

const Signal = z.object({
  execFilePath: lenient.text,
  name: lenient.text,
  uid: lenient.number,
});

const Process = z
  .object({
    containerName: lenient.text,
    podId: lenient.text,
    signal: Signal.optional().catch(undefined),
  })
  .catch({ containerName: undefined, podId: undefined });

const Attribute = z
  .object({ key: lenient.text, value: lenient.text })
  .catch({ key: undefined, value: undefined });

export const Violation = z
  .object({
    message: lenient.text,
    keyValueAttrs: z
      .object({ attrs: z.array(Attribute).catch([]) })
      .optional()
      .catch(undefined),
  })
  .catch({ message: undefined });
export type Violation = z.infer<typeof Violation>;

const ProcessViolation = z.object({
  message: lenient.text,
  processes: z.array(Process).catch([]),
});

/** An alert of `proto/storage/alert.proto`; zero values are left out of its JSON. */
export const Alert = Entity.extend({
  id: lenient.text,
  policy: Policy,
  violations: z.array(Violation).catch([]),
  processViolation: ProcessViolation.optional().catch(undefined),
  enforcement: z
    .object({ action: z.unknown().optional() })
    .optional()
    .catch(undefined),
  enforcementAction: z.unknown().optional(),
  time: lenient.timestamp.optional(),
  resolvedAt: lenient.timestamp.optional(),
});
export type Alert = z.infer<typeof Alert>;
