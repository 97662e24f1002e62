import type { PodContainer, PodSettings } from '../model/facts';

/** The driver of volumes that a secrets manager fills. */
export const SECRETS_STORE_DRIVER = 'secrets-store.csi.k8s.io';

/** A Secret that a pod takes in; the name may not be known. */
export interface UsedSecret {
  name?: string;
  by: 'environment' | 'volume';
}

/**
 * The Secrets that pods take in. Those to pull images with are the kubelet's,
 * and no container sees them.
 */
export function usedSecrets(
  containers: PodContainer[],
  { volumes = [] }: PodSettings,
): UsedSecret[] {
  return [
    ...containers
      .flatMap(({ env = [], envFrom = [] }) => [...env, ...envFrom])
      .filter(({ from }) => from === 'secret')
      .map(({ source }) => ({ name: source, by: 'environment' } as const)),
    ...volumes
      .flatMap(({ projects = [], ...volume }) => [volume, ...projects])
      .filter(({ type }) => type === 'secret')
      .map(({ source }) => ({ name: source, by: 'volume' } as const)),
  ];
}

/** Names of the volumes of a pod that hold Secrets and that no container mounts. */
export function idleSecretVolumes(
  containers: PodContainer[],
  { volumes = [] }: PodSettings,
): string[] {
  const mounted = new Set(
    containers.flatMap(({ volumeMounts = [] }) =>
      volumeMounts.map(({ name }) => name),
    ),
  );
  return volumes
    .filter(
      ({ name, type, projects = [] }) =>
        !mounted.has(name) &&
        (type === 'secret' || projects.some(part => part.type === 'secret')),
    )
    .map(({ name, source }) => source ?? name);
}
