import {
  clusterObject,
  imageArtifact,
  misconfiguration,
  passed,
  shopDigest,
  workload,
} from '../../__testUtils__/facts';
import { resultOf, withPod } from '../../__testUtils__/judging';
import { exposure } from './exposure';
import { netpolEgress } from './netpolEgress';
import { netpolIngress } from './netpolIngress';
import { sshport } from './sshport';

const podLabels = { app: 'shop' };
const selected = { podSelector: { matchLabels: podLabels } };
const peers = [{ podSelector: {} }];

const beside = (...objects: ReturnType<typeof clusterObject>[]) => ({
  ...withPod({}, { podLabels }),
  objects,
});
const policy = (
  spec: Record<string, unknown>,
  changes?: Parameters<typeof clusterObject>[2],
) => clusterObject('NetworkPolicy', { ...selected, ...spec }, changes);

describe('network policies', () => {
  it.each([
    ['one without types and rules', {}, 'pass', 'fail'],
    ['one with egress rules', { egress: [{ to: peers }] }, 'pass', 'pass'],
    ['one with empty egress rules', { egress: [] }, 'pass', 'fail'],
    ['one for egress alone', { policyTypes: ['Egress'] }, 'fail', 'pass'],
    ['one for both', { policyTypes: ['Ingress', 'Egress'] }, 'pass', 'pass'],
    [
      'one that lets everybody in',
      { policyTypes: ['Ingress'], ingress: [{ from: peers }, {}] },
      'warn',
      'fail',
    ],
    [
      'one that lets everybody in at a port',
      { ingress: [{ ports: [{ port: 80 }] }] },
      'pass',
      'fail',
    ],
    [
      'one that lets everything out',
      { policyTypes: ['Egress'], egress: [{}] },
      'fail',
      'warn',
    ],
    [
      'one for other pods',
      { podSelector: { matchLabels: { app: 'cart' } } },
      'fail',
      'fail',
    ],
    ['one for all pods', { podSelector: {} }, 'pass', 'fail'],
    [
      'one that cannot be read',
      { podSelector: { matchLabels: 'app=shop' } },
      'fail',
      'fail',
    ],
  ])('judges %s', (_, spec, ingress, egress) => {
    const facts = beside(policy(spec));
    expect(resultOf(netpolIngress, facts)).toBe(ingress);
    expect(resultOf(netpolEgress, facts)).toBe(egress);
  });

  it('looks into its own namespace', () => {
    expect(
      resultOf(netpolIngress, beside(policy({}, { namespace: 'cart' }))),
    ).toBe('unknown');
    expect(
      resultOf(netpolIngress, beside(policy({}, { cluster: 'test' }))),
    ).toBe('unknown');
  });

  it('misses policies only where what is beside the workload is known', () => {
    expect(resultOf(netpolIngress, beside())).toBe('unknown');
    expect(resultOf(netpolIngress, beside(clusterObject('Secret')))).toBe(
      'unknown',
    );
    expect(resultOf(netpolIngress, beside(clusterObject('Service')))).toBe(
      'fail',
    );
  });

  it('selects a Pod by its own labels', () => {
    const facts = {
      ...withPod({}, { kind: 'Pod' }, { labels: podLabels }),
      objects: [policy({})],
    };
    expect(resultOf(netpolIngress, facts)).toBe('pass');
  });

  it('takes from tools what they say of the direction', () => {
    const workloads = [workload()];
    const findings = [
      misconfiguration('network-policy', {
        title: 'Deployments should have at least one egress Network Policy',
      }),
    ];
    expect(resultOf(netpolIngress, { workloads, findings })).toBe('unknown');
    expect(resultOf(netpolEgress, { workloads, findings })).toBe('fail');
    const passes = [passed('network-policy', { title: 'A policy selects it' })];
    expect(resultOf(netpolEgress, { workloads, passes })).toBe('unknown');
    const objects = [policy({})];
    const reported = [misconfiguration('network-policy')];
    expect(
      resultOf(netpolIngress, { ...beside(...objects), findings: reported }),
    ).toBe('pass');
  });
});

describe('exposure', () => {
  it.each([
    ['external', 'warn'],
    ['node', 'warn'],
    ['internal', 'pass'],
    [undefined, 'unknown'],
  ] as const)('judges %s', (level, expected) => {
    const workloads = [workload({ exposure: level })];
    expect(resultOf(exposure, { workloads })).toBe(expected);
  });
});

describe('sshport', () => {
  it.each([
    [{ containerPort: 22 }, 'fail'],
    [{ containerPort: 22, protocol: 'UDP' }, 'pass'],
    [{ containerPort: 2222, protocol: 'TCP' }, 'pass'],
  ])('judges the port %p', (port, expected) => {
    expect(resultOf(sshport, withPod({ ports: [port] }))).toBe(expected);
  });

  it('finds the port of the image and of a Service', () => {
    const image = { name: 'ghcr.io/acme/shop', digest: shopDigest };
    const exposing = (exposedPorts: string[]) => ({
      ...withPod({ image }),
      artifacts: [imageArtifact({ image: { exposedPorts } })],
    });
    expect(resultOf(sshport, exposing(['22/tcp']))).toBe('fail');
    expect(resultOf(sshport, exposing(['2222/tcp', '22/udp']))).toBe('pass');
    const service = (selector: Record<string, string>) =>
      beside(
        clusterObject('Service', {
          selector,
          ports: [{ port: 2222, targetPort: 22 }],
        }),
      );
    expect(resultOf(sshport, service(podLabels))).toBe('fail');
    expect(resultOf(sshport, service({ app: 'cart' }))).toBe('pass');
    expect(resultOf(sshport, service({}))).toBe('pass');
  });
});
