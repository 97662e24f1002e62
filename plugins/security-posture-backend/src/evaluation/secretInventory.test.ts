import {
  podConfiguration,
  podContainer,
  workload,
} from './__testUtils__/facts';
import { secretsOf } from './secretInventory';

const usesOf = (
  container: Parameters<typeof podContainer>[0],
  settings: Parameters<typeof podConfiguration>[1] = {},
) =>
  secretsOf(
    workload({
      configuration: podConfiguration([podContainer(container)], settings),
    }),
  );

describe('secretsOf', () => {
  it('lists secrets that are mounted, also as a part of a volume', () => {
    const uses = usesOf(
      {
        volumeMounts: [
          { name: 'tls', mountPath: '/tls' },
          { name: 'all', mountPath: '/all' },
          { name: 'data', mountPath: '/data' },
        ],
      },
      {
        volumes: [
          { name: 'tls', type: 'secret', source: 'shop-tls' },
          {
            name: 'all',
            type: 'projected',
            projects: [
              { type: 'secret', source: 'shop-key' },
              { type: 'configMap', source: 'shop' },
            ],
          },
          { name: 'data', type: 'persistentVolumeClaim', source: 'data' },
          { name: 'idle', type: 'secret', source: 'not-mounted' },
        ],
      },
    );
    const mount = { via: 'volume', container: 'app', readOnly: true };
    expect(uses).toEqual([
      { ...mount, name: 'shop-tls' },
      { ...mount, name: 'shop-key' },
    ]);
  });

  it('tells whether a container may write where a secrets manager mounts', () => {
    const settings = {
      volumes: [
        { name: 'vault', type: 'csi', source: 'secrets-store.csi.k8s.io' },
        { name: 'disk', type: 'csi', source: 'ebs.csi.aws.com' },
      ],
    };
    const uses = (readOnly?: boolean) =>
      usesOf(
        { volumeMounts: [{ name: 'vault', readOnly }, { name: 'disk' }] },
        settings,
      );
    const mount = { name: 'vault', via: 'csi', container: 'app' };
    expect(uses(true)).toEqual([{ ...mount, readOnly: true }]);
    expect(uses()).toEqual([{ ...mount, readOnly: false }]);
  });

  it('lists each secret in the environment of a container once, and nothing else', () => {
    expect(
      usesOf({
        env: [
          { name: 'TOKEN', from: 'secret', source: 'shop-token' },
          { name: 'USER', from: 'secret', source: 'shop-token' },
          { name: 'MODE', from: 'literal' },
        ],
        envFrom: [
          { from: 'secret', source: 'shop-env' },
          { from: 'configMap', source: 'shop' },
        ],
      }),
    ).toEqual([
      { name: 'shop-token', via: 'environment', container: 'app' },
      { name: 'shop-env', via: 'environment', container: 'app' },
    ]);
  });

  it('lists what images are pulled with, for no container', () => {
    expect(usesOf({}, { imagePullSecrets: [{ name: 'registry' }] })).toEqual([
      { name: 'registry', via: 'image-pull' },
    ]);
  });

  it('tells none from unknown', () => {
    expect(usesOf({})).toEqual([]);
    expect(secretsOf(workload())).toBeUndefined();
  });
});
