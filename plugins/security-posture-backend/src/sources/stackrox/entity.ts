import {
  type ImageSubject,
  plainText,
  readImageReference,
  readWorkload,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import type { AlertImage, Deployment, Entity, Resource } from './schema';

const DIGEST = /^sha256:[a-f0-9]{64}$/;

const resourceKinds = new Map([
  ['SECRETS', 'Secret'],
  ['CONFIGMAPS', 'ConfigMap'],
  ['CLUSTER_ROLES', 'ClusterRole'],
  ['CLUSTER_ROLE_BINDINGS', 'ClusterRoleBinding'],
  ['NETWORK_POLICIES', 'NetworkPolicy'],
  ['SECURITY_CONTEXT_CONSTRAINTS', 'SecurityContextConstraints'],
  ['EGRESS_FIREWALLS', 'EgressFirewall'],
]);

/** The cluster that the alert names, else the one that the sender names. */
export function clusterOf(
  entity: Entity,
  sent: string | undefined,
): string | undefined {
  const named =
    entity.deployment?.clusterName ??
    entity.clusterName ??
    entity.resource?.clusterName ??
    entity.commonEntityInfo?.clusterName;
  return named ? plainText(named, 200) || sent : sent;
}

export function subjectOf(
  entity: Entity,
  cluster: string | undefined,
): SourceSubject {
  const inCluster = cluster ? { cluster } : {};
  const { deployment, resource, node } = entity;
  const namespace =
    deployment?.namespace ??
    resource?.namespace ??
    entity.namespace ??
    entity.commonEntityInfo?.namespace;
  if (deployment) return deploymentOf(deployment, namespace, cluster);
  if (resource) return resourceOf(resource, entity, namespace, cluster);
  if (node) {
    return { kind: 'node', name: plainText(node.name, 300), ...inCluster };
  }
  if (entity.image) return imageSubject(entity.image);
  if (namespace) {
    return { kind: 'namespace', name: plainText(namespace, 300), ...inCluster };
  }
  return cluster
    ? { kind: 'cluster', name: cluster, cluster }
    : { kind: 'artifact', name: 'unknown' };
}

function deploymentOf(
  { type, deploymentType, name, labels }: Deployment,
  namespace: string | undefined,
  cluster: string | undefined,
): SourceSubject {
  // RHACS calls every workload a deployment; old versions left the type out.
  const kind = plainText(type ?? deploymentType ?? 'Deployment', 100);
  return readWorkload({
    kind: kind === 'StaticPods' ? 'Pod' : kind,
    name: plainText(name, 300),
    labels: labelsOf(labels),
    ...(namespace ? { namespace: plainText(namespace, 300) } : {}),
    ...(cluster ? { cluster } : {}),
  });
}

function resourceOf(
  { name, resourceType }: Resource,
  { commonEntityInfo }: Entity,
  namespace: string | undefined,
  cluster: string | undefined,
): SourceSubject {
  const type = resourceType ?? commonEntityInfo?.resourceType ?? 'UNKNOWN';
  return readWorkload({
    kind: resourceKinds.get(type) ?? plainText(type, 100),
    name: plainText(name, 300),
    ...(namespace ? { namespace: plainText(namespace, 300) } : {}),
    ...(cluster ? { cluster } : {}),
  });
}

function imageSubject(image: AlertImage): SourceSubject {
  return (
    imageOf(image) ?? {
      kind: 'artifact',
      name: plainText(image.name?.fullName ?? image.id ?? '', 600) || 'unknown',
    }
  );
}

/** The image by its full name; its id is the digest of its manifest. */
export function imageOf(
  image: AlertImage | undefined,
): ImageSubject | undefined {
  const named = readImageReference(image?.name?.fullName);
  if (!named || named.digest || !image?.id || !DIGEST.test(image.id)) {
    return named;
  }
  return { ...named, digest: image.id };
}

/** Labels as a map, or as the list of pairs of old versions. */
function labelsOf(labels: unknown): Record<string, string> {
  if (typeof labels !== 'object' || labels === null) return {};
  const pairs: unknown[][] = Array.isArray(labels)
    ? labels.map(label => {
        const { key, value }: { key?: unknown; value?: unknown } = label ?? {};
        return [key, value];
      })
    : Object.entries(labels);
  return Object.fromEntries(
    pairs
      .slice(0, 200)
      .filter(
        (pair): pair is [string, string] =>
          typeof pair[0] === 'string' &&
          typeof pair[1] === 'string' &&
          pair[0] !== '__proto__',
      ),
  );
}
