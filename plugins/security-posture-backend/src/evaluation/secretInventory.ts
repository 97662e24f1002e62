import type { SecretUse } from 'backstage-plugin-security-posture-common';
import type { PodContainer, PodSettings, WorkloadFacts } from '../model/facts';
import { SECRETS_STORE_DRIVER } from './secretUse';

/**
 * Which secrets a workload uses, and how: files and variables by container,
 * what a secrets manager brings by the name of its volume, and what images are
 * pulled with, which no container sees. Of volumes it tells whether the
 * container may write; Kubernetes lets nobody write into a Secret.
 *
 * @returns undefined while its configuration is not known; empty if it uses none
 */
export function secretsOf({
  configuration,
}: Pick<WorkloadFacts, 'configuration'>): SecretUse[] | undefined {
  if (!configuration) return undefined;
  const { containers, settings } = configuration;
  return distinct([
    ...containers.flatMap(container => [
      ...mountedBy(container, settings),
      ...readBy(container),
    ]),
    ...(settings.imagePullSecrets ?? []).flatMap(({ name }): SecretUse[] =>
      name ? [{ name, via: 'image-pull' }] : [],
    ),
  ]);
}

function mountedBy(
  { name: container, volumeMounts = [] }: PodContainer,
  { volumes = [] }: PodSettings,
): SecretUse[] {
  return volumeMounts.flatMap(mount => {
    const volume = volumes.find(({ name }) => name === mount.name);
    if (!volume) return [];
    if (volume.type === 'csi') {
      const isSecret = volume.source === SECRETS_STORE_DRIVER;
      const readOnly = mount.readOnly === true;
      return isSecret
        ? [{ name: volume.name, via: 'csi', container, readOnly }]
        : [];
    }
    return [volume, ...(volume.projects ?? [])].flatMap(
      ({ type, source }): SecretUse[] =>
        type === 'secret'
          ? [
              {
                name: source ?? volume.name,
                via: 'volume',
                container,
                readOnly: true,
              },
            ]
          : [],
    );
  });
}

function readBy({
  name: container,
  env = [],
  envFrom = [],
}: PodContainer): SecretUse[] {
  return [...env, ...envFrom].flatMap(({ from, source }): SecretUse[] =>
    from === 'secret' && source
      ? [{ name: source, via: 'environment', container }]
      : [],
  );
}

/** A container often reads several keys of one secret. */
function distinct(uses: SecretUse[]): SecretUse[] {
  const keyOf = ({ name, via, container }: SecretUse) =>
    JSON.stringify([name, via, container]);
  return [...new Map(uses.map(use => [keyOf(use), use])).values()];
}
