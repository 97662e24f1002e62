import type { CheckResult } from 'backstage-plugin-security-posture-common';
import type { PodContainer } from '../../../model/facts';
import {
  imageArtifact,
  misconfiguration,
  passed,
  podConfiguration,
  podContainer,
  shopDigest,
  workload,
} from '../../__testUtils__/facts';
import { resultOf, withPod, withSecurity } from '../../__testUtils__/judging';
import type { Check } from '../../Check';
import { allowPrivilegeEscalation } from './allowPrivilegeEscalation';
import { apparmor } from './apparmor';
import { capsAdded } from './capsAdded';
import { capsDropAll } from './capsDropAll';
import { hostNamespaces } from './hostNamespaces';
import { privileged } from './privileged';
import { readOnlyRootFs } from './readOnlyRootFs';
import { runAsNonRoot } from './runAsNonRoot';
import { seccomp } from './seccomp';

describe('privileges of containers', () => {
  const settings: [
    string,
    Check,
    PodContainer['securityContext'],
    CheckResult,
  ][] = [
    ['privileged', privileged, { privileged: true }, 'fail'],
    ['not privileged by default', privileged, undefined, 'pass'],
    [
      'escalation allowed by default',
      allowPrivilegeEscalation,
      undefined,
      'fail',
    ],
    [
      'escalation allowed',
      allowPrivilegeEscalation,
      { allowPrivilegeEscalation: true },
      'fail',
    ],
    [
      'escalation refused',
      allowPrivilegeEscalation,
      { allowPrivilegeEscalation: false },
      'pass',
    ],
    [
      'a capability',
      capsAdded,
      { capabilities: { add: ['NET_BIND_SERVICE', 'SYS_ADMIN'] } },
      'fail',
    ],
    [
      'an allowed capability',
      capsAdded,
      { capabilities: { add: ['cap_net_bind_service'] } },
      'pass',
    ],
    ['all capabilities', capsAdded, { capabilities: { add: ['ALL'] } }, 'fail'],
    ['no added capability', capsAdded, undefined, 'pass'],
    ['the default capabilities', capsDropAll, undefined, 'fail'],
    [
      'some dropped capabilities',
      capsDropAll,
      { capabilities: { drop: ['NET_RAW'] } },
      'fail',
    ],
    [
      'all dropped capabilities',
      capsDropAll,
      { capabilities: { drop: ['all'] } },
      'pass',
    ],
    ['a writable root by default', readOnlyRootFs, undefined, 'fail'],
    [
      'a read-only root',
      readOnlyRootFs,
      { readOnlyRootFilesystem: true },
      'pass',
    ],
  ];

  it.each(settings)('judges %s', (_, check, securityContext, expected) => {
    expect(resultOf(check, withSecurity(securityContext))).toBe(expected);
  });

  it('judges init containers, and no debugger that has to be set free', () => {
    const good = { allowPrivilegeEscalation: false };
    const facts = (other: object) => ({
      workloads: [
        workload({
          configuration: podConfiguration([
            podContainer({ securityContext: good }),
            podContainer({ name: 'other', ...other }),
          ]),
        }),
      ],
    });
    expect(resultOf(allowPrivilegeEscalation, facts({ init: true }))).toBe(
      'fail',
    );
    expect(resultOf(allowPrivilegeEscalation, facts({ ephemeral: true }))).toBe(
      'pass',
    );
  });

  it('outweighs tools where the policy allows more capabilities than they do', () => {
    const facts = {
      ...withSecurity({ capabilities: { add: ['CHOWN'] } }),
      findings: [misconfiguration('added-capabilities')],
    };
    expect(resultOf(capsAdded, facts)).toBe('fail');
    expect(
      resultOf(capsAdded, facts, { allowedCapabilities: ['CAP_CHOWN'] }),
    ).toBe('pass');
  });
});

describe('runAsNonRoot', () => {
  const image = (user?: string) => ({
    artifacts: [imageArtifact({ image: user === undefined ? {} : { user } })],
  });
  const running = { image: { name: 'ghcr.io/acme/shop', digest: shopDigest } };

  it.each([
    ['the container refuses root', { runAsNonRoot: true }, undefined, 'pass'],
    ['the pod refuses root', undefined, { runAsNonRoot: true }, 'pass'],
    ['the container sets a user', { runAsUser: 1000 }, undefined, 'pass'],
    ['the pod sets root', undefined, { runAsUser: 0 }, 'fail'],
    [
      'the container overrides the user of the pod',
      { runAsUser: 1000 },
      { runAsUser: 0 },
      'pass',
    ],
    [
      'the container takes back what the pod refuses',
      { runAsNonRoot: false },
      { runAsNonRoot: true },
      'unknown',
    ],
    ['nothing is set', undefined, undefined, 'unknown'],
  ] as const)('judges that %s', (_, own, ofPod, expected) => {
    expect(resultOf(runAsNonRoot, withSecurity(own, ofPod))).toBe(expected);
  });

  it.each([
    ['', 'fail'],
    ['root', 'fail'],
    ['0:0', 'fail'],
    ['1000', 'pass'],
    ['node:node', 'pass'],
    [undefined, 'unknown'],
  ])('asks the image where the manifest says nothing: %p', (user, expected) => {
    const facts = { ...withPod(running), ...image(user) };
    expect(resultOf(runAsNonRoot, facts)).toBe(expected);
    const other = { ...running.image, digest: `sha256:${'b'.repeat(64)}` };
    expect(
      resultOf(runAsNonRoot, { ...withPod({ image: other }), ...image(user) }),
    ).toBe('unknown');
  });

  it('finds the image by the digest that runs, else by its tag', () => {
    const named = { image: { name: 'ghcr.io/acme/shop', tag: '1.4.0' } };
    expect(
      resultOf(runAsNonRoot, { ...withPod(named), ...image('1000') }),
    ).toBe('pass');
    const images = [
      {
        subjectId: 'image-shop',
        name: 'ghcr.io/acme/shop',
        tag: '1.4.0',
        digest: `sha256:${'b'.repeat(64)}`,
      },
    ];
    expect(
      resultOf(runAsNonRoot, {
        ...withPod(named, {}, { images }),
        ...image('1000'),
      }),
    ).toBe('unknown');
  });

  it('asks tools only where neither manifest nor image tells', () => {
    const findings = [misconfiguration('run-as-non-root')];
    expect(resultOf(runAsNonRoot, { ...withPod(), findings })).toBe('fail');
    expect(
      resultOf(runAsNonRoot, {
        ...withPod(running),
        ...image('1000'),
        findings,
      }),
    ).toBe('pass');
    const passes = [passed('run-as-non-root')];
    expect(resultOf(runAsNonRoot, { ...withPod(), passes })).toBe('pass');
  });
});

describe('confinement', () => {
  const profile = (type: string) => ({ seccompProfile: { type } });

  it.each([
    ['no profile', undefined, undefined, 'fail'],
    ['one of the container', profile('RuntimeDefault'), undefined, 'pass'],
    ['one of the pod', undefined, profile('Localhost'), 'pass'],
    ['none', profile('Unconfined'), profile('RuntimeDefault'), 'fail'],
  ] as const)('judges seccomp: %s', (_, own, ofPod, expected) => {
    expect(resultOf(seccomp, withSecurity(own, ofPod))).toBe(expected);
  });

  it.each([
    ['nothing', {}, {}, 'pass'],
    [
      'a field of the container',
      { securityContext: { appArmorProfile: { type: 'Unconfined' } } },
      {},
      'fail',
    ],
    [
      'a field of the pod',
      {},
      { securityContext: { appArmorProfile: { type: 'Unconfined' } } },
      'fail',
    ],
    [
      'an annotation',
      {},
      {
        podAnnotations: {
          'container.apparmor.security.beta.kubernetes.io/app': 'unconfined',
        },
      },
      'fail',
    ],
    [
      'an annotation for another container',
      {},
      {
        podAnnotations: {
          'container.apparmor.security.beta.kubernetes.io/x': 'unconfined',
        },
      },
      'pass',
    ],
    [
      'a field that outweighs an annotation',
      { securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } },
      {
        podAnnotations: {
          'container.apparmor.security.beta.kubernetes.io/app': 'unconfined',
        },
      },
      'pass',
    ],
  ])('judges AppArmor: %s', (_, container, settings, expected) => {
    expect(resultOf(apparmor, withPod(container, settings))).toBe(expected);
  });

  it('reads annotations of a Pod from the Pod itself', () => {
    const annotations = {
      'container.apparmor.security.beta.kubernetes.io/app': 'unconfined',
    };
    const of = (kind: string) =>
      resultOf(apparmor, withPod({}, { kind }, { annotations }));
    expect(of('Pod')).toBe('fail');
    expect(of('Deployment')).toBe('pass');
  });

  it.each([
    [{}, 'pass'],
    [{ hostPID: true }, 'fail'],
    [{ hostIPC: true }, 'fail'],
    [{ hostNetwork: true }, 'fail'],
    [{ hostNetwork: false }, 'pass'],
  ])('judges namespaces of the node: %p', (settings, expected) => {
    expect(resultOf(hostNamespaces, withPod({}, settings))).toBe(expected);
  });
});
