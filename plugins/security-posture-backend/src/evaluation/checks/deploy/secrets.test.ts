import {
  clusterObject,
  misconfiguration,
  workload,
} from '../../__testUtils__/facts';
import { resultOf, withPod } from '../../__testUtils__/judging';
import { secretsConfigmap } from './secretsConfigmap';
import { secretsEnv } from './secretsEnv';
import { secretsManager } from './secretsManager';

const fromSecret = {
  name: 'DB_PASSWORD',
  from: 'secret',
  source: 'database',
} as const;

describe('secrets in the environment', () => {
  it.each([
    ['a value', { name: 'DB_PASSWORD', from: 'literal' }, 'fail'],
    ['a value that is none', { name: 'PORT', from: 'literal' }, 'pass'],
    ['a Secret', fromSecret, 'warn'],
    ['a ConfigMap', { name: 'DB_PASSWORD', from: 'configMap' }, 'pass'],
    ['a name alone', { name: 'DB_PASSWORD', from: 'other' }, 'pass'],
  ] as const)('judges %s', (_, variable, expected) => {
    expect(resultOf(secretsEnv, withPod({ env: [variable] }))).toBe(expected);
    expect(resultOf(secretsEnv, withPod({ init: true, env: [variable] }))).toBe(
      expected,
    );
  });

  it('warns of all keys of a Secret', () => {
    const env = (from: 'secret' | 'configMap') =>
      withPod({ envFrom: [{ from, source: 'all' }] });
    expect(resultOf(secretsEnv, env('secret'))).toBe('warn');
    expect(resultOf(secretsEnv, env('configMap'))).toBe('pass');
  });
});

describe('secrets in ConfigMaps', () => {
  it('does not take a configuration for evidence', () => {
    expect(resultOf(secretsConfigmap, withPod())).toBe('unknown');
    const env = [
      { name: 'DB_PASSWORD', from: 'configMap', source: 'all' } as const,
    ];
    expect(resultOf(secretsConfigmap, withPod({ env }))).toBe('warn');
    const findings = [
      misconfiguration('secret-in-configmap', { subjectId: 'configmap-all' }),
    ];
    expect(resultOf(secretsConfigmap, { ...withPod({ env }), findings })).toBe(
      'fail',
    );
  });
});

describe('secrets manager', () => {
  const using = withPod({ env: [fromSecret] });
  const secret = (spec = {}) =>
    clusterObject('Secret', spec, { name: 'database' });
  const manager = clusterObject('ExternalSecret');

  it.each([
    ['no secrets', withPod(), 'not-applicable'],
    [
      'a Secret to pull images only',
      withPod({}, { imagePullSecrets: [{ name: 'registry' }] }),
      'not-applicable',
    ],
    ['a Secret that nobody knows', using, 'unknown'],
    ['a plain Secret', { ...using, objects: [secret()] }, 'fail'],
    [
      'a Secret of a volume',
      {
        ...withPod(
          {},
          {
            volumes: [{ name: 'v', type: 'secret', source: 'database' }],
          },
        ),
        objects: [secret()],
      },
      'fail',
    ],
    [
      'a projected Secret',
      {
        ...withPod(
          {},
          {
            volumes: [
              {
                name: 'v',
                type: 'projected',
                projects: [{ type: 'secret', source: 'database' }],
              },
            ],
          },
        ),
        objects: [secret()],
      },
      'fail',
    ],
    [
      'a Secret beside one that it does not use',
      { ...using, objects: [clusterObject('Secret', {}, { name: 'other' })] },
      'unknown',
    ],
    [
      'a Secret that a controller makes',
      {
        ...using,
        objects: [secret({ type: 'kubernetes.io/service-account-token' })],
      },
      'unknown',
    ],
    ['a manager', { ...using, objects: [secret(), manager] }, 'pass'],
    [
      'a manager of another namespace',
      { ...using, objects: [secret(), { ...manager, namespace: 'cart' }] },
      'fail',
    ],
    [
      'a manager of the cluster',
      {
        ...using,
        objects: [
          secret(),
          { ...clusterObject('ClusterExternalSecret'), namespace: undefined },
        ],
      },
      'pass',
    ],
    [
      'the driver',
      withPod(
        {},
        {
          volumes: [
            { name: 'v', type: 'csi', source: 'secrets-store.csi.k8s.io' },
          ],
        },
      ),
      'pass',
    ],
    [
      'the injector',
      withPod(
        {},
        {
          podAnnotations: { 'vault.hashicorp.com/agent-inject': 'true' },
        },
      ),
      'pass',
    ],
    [
      'the injector turned off',
      withPod(
        {},
        {
          podAnnotations: { 'vault.hashicorp.com/agent-inject': 'false' },
        },
      ),
      'not-applicable',
    ],
  ])('judges %s', (_, facts, expected) => {
    expect(resultOf(secretsManager, facts)).toBe(expected);
  });

  it('needs no configuration to see the injector', () => {
    const annotations = { 'vault.hashicorp.com/role': 'shop' };
    expect(
      resultOf(secretsManager, { workloads: [workload({ annotations })] }),
    ).toBe('pass');
  });
});
