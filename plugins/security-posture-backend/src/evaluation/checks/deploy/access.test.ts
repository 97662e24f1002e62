import { resultOf, withPod } from '../../__testUtils__/judging';
import {
  imageArtifact,
  misconfiguration,
  scan,
  vulnerability,
  workload,
} from '../../__testUtils__/facts';
import { hostPath } from './hostPath';
import { imageVulns } from './imageVulns';
import { mountPropagation } from './mountPropagation';
import { resources } from './resources';
import { runtimeSocket } from './runtimeSocket';

const mounting = (source: string, type = 'hostPath') =>
  withPod({}, { volumes: [{ name: 'v', type, source }] });

describe('storage', () => {
  it('judges directories of the node', () => {
    expect(resultOf(hostPath, mounting('/var/log'))).toBe('fail');
    expect(resultOf(hostPath, mounting('data', 'persistentVolumeClaim'))).toBe(
      'pass',
    );
    expect(resultOf(hostPath, withPod())).toBe('pass');
  });

  it.each([
    '/var/run/docker.sock',
    '/run/containerd/containerd.sock',
    '/run/k3s/containerd/containerd.sock',
    '/run/crio/crio.sock',
    '/var/run/',
    '//run//containerd',
    '/',
  ])('finds the runtime behind %s', path => {
    expect(resultOf(runtimeSocket, mounting(path))).toBe('fail');
  });

  it.each(['/var/log', '/run/secrets', '/srv/docker.sock.d', '/var/runner'])(
    'finds no runtime behind %s',
    path => {
      expect(resultOf(runtimeSocket, mounting(path))).toBe('pass');
    },
  );

  it.each([
    ['Bidirectional', 'fail'],
    ['HostToContainer', 'pass'],
    [undefined, 'pass'],
  ])('judges mount propagation %s', (propagation, expected) => {
    const volumeMounts = [
      { name: 'v', mountPath: '/v', mountPropagation: propagation },
    ];
    expect(resultOf(mountPropagation, withPod({ volumeMounts }))).toBe(
      expected,
    );
  });

  it('takes mount propagation from RHACS', () => {
    const problem =
      'stackrox|docker cis 5.19: ensure mount propagation mode is not enabled';
    const findings = [misconfiguration(problem)];
    expect(
      resultOf(mountPropagation, { workloads: [workload()], findings }),
    ).toBe('fail');
  });
});

describe('resources', () => {
  it.each([
    ['nothing', undefined, 'fail'],
    ['both', { requests: { cpu: '100m' }, limits: { memory: '1Gi' } }, 'pass'],
    [
      'a CPU limit, which is requested',
      { limits: { cpu: 1, memory: 1e9 } },
      'pass',
    ],
    ['no memory limit', { requests: { cpu: '1', memory: '1Gi' } }, 'fail'],
    ['no CPU request', { limits: { memory: '1Gi' } }, 'fail'],
    [
      'nothing in other words',
      { requests: { cpu: '0m' }, limits: { memory: '0.0Gi' } },
      'fail',
    ],
  ])('judges %s', (_, amounts, expected) => {
    expect(resultOf(resources, withPod({ resources: amounts }))).toBe(expected);
  });

  it('asks for no CPU limit, though tools do', () => {
    const findings = [misconfiguration('resource-limits')];
    const amounts = { requests: { cpu: '100m' }, limits: { memory: '1Gi' } };
    expect(
      resultOf(resources, { ...withPod({ resources: amounts }), findings }),
    ).toBe('pass');
  });
});

describe('image.vulns', () => {
  const running = imageArtifact({ running: true });
  const seen = (changes: Parameters<typeof vulnerability>[0]) => ({
    artifacts: [running],
    findings: [vulnerability({ running: true, ...changes })],
  });

  it.each([
    ['high and fixable', {}, 'fail'],
    ['high without a fix', { fixable: false }, 'pass'],
    ['medium and fixable', { severity: 'medium' }, 'pass'],
    [
      'exploited',
      { severity: 'low', fixable: false, knownExploited: true },
      'fail',
    ],
    ['not in what runs', { running: false }, 'pass'],
    ['not looked for any more', { isStale: true }, 'warn'],
  ] as const)('judges a vulnerability that is %s', (_, changes, expected) => {
    const facts = seen(changes);
    // What is seen on the digest but does not count leaves it as the scan says.
    expect(resultOf(imageVulns, facts)).toBe(expected);
  });

  it('does not take what was not scanned, or not as a whole, for clean', () => {
    for (const scans of [
      [],
      [scan({ complete: false })],
      [scan({ kind: 'secret' })],
    ]) {
      expect(resultOf(imageVulns, { artifacts: [{ ...running, scans }] })).toBe(
        'unknown',
      );
    }
    expect(resultOf(imageVulns, { artifacts: [running] })).toBe('pass');
    expect(
      resultOf(imageVulns, { artifacts: [running], isTruncated: true }),
    ).toBe('unknown');
    expect(resultOf(imageVulns, { artifacts: [imageArtifact()] })).toBe(
      'unknown',
    );
  });
});
