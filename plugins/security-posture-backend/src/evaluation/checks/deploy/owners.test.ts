import type { ComponentIdentity, ObjectFacts } from '../../../model/facts';
import {
  checkContext,
  clusterObject,
  componentFacts,
  misconfiguration,
  workload,
} from '../../__testUtils__/facts';
import { resultOf, withPod } from '../../__testUtils__/judging';
import { ownerAnnotation } from './ownerAnnotation';
import { ownerConsistent } from './ownerConsistent';
import { ownerReachable } from './ownerReachable';

const identity: ComponentIdentity = {
  entityRef: 'component:default/shop',
  type: 'service',
  tags: [],
};

const namespace = (changes: Partial<ObjectFacts>) =>
  clusterObject(
    'Namespace',
    {},
    {
      name: 'shop',
      namespace: undefined,
      ...changes,
    },
  );

const service = (selector: Record<string, string>) =>
  clusterObject(
    'Service',
    { selector },
    { annotations: { owner: 'payments' } },
  );

const podLabels = { app: 'shop' };

describe('owner.annotation', () => {
  it.each([
    ['nothing', withPod(), 'fail'],
    [
      'an annotation',
      withPod({}, {}, { annotations: { 'a8r.io/owner': 'payments' } }),
      'pass',
    ],
    ['a label', withPod({}, {}, { labels: { team: 'payments' } }), 'pass'],
    [
      'an annotation of the pods',
      withPod({}, { podAnnotations: { 'a8r.io/chat': '#payments' } }),
      'pass',
    ],
    ['a label of the pods', withPod({}, { podLabels: { owner: 'x' } }), 'pass'],
    [
      'an empty annotation',
      withPod({}, {}, { annotations: { owner: ' ' } }),
      'fail',
    ],
    [
      'an address',
      withPod({}, {}, { annotations: { email: 'pay+ments@acme.example' } }),
      'pass',
    ],
    [
      'no address',
      withPod({}, {}, { annotations: { email: 'payments' } }),
      'fail',
    ],
    [
      'no address, but a team',
      withPod({}, {}, { annotations: { email: 'x', team: 'payments' } }),
      'pass',
    ],
    [
      'another annotation',
      withPod({}, {}, { annotations: { ownerOf: 'x' } }),
      'fail',
    ],
    [
      'the Service',
      { ...withPod({}, { podLabels }), objects: [service(podLabels)] },
      'pass',
    ],
    [
      'the Service of other pods',
      { ...withPod({}, { podLabels }), objects: [service({ app: 'cart' })] },
      'fail',
    ],
    [
      'the namespace',
      { ...withPod(), objects: [namespace({ labels: { team: 'payments' } })] },
      'pass',
    ],
    [
      'another namespace',
      {
        ...withPod(),
        objects: [namespace({ name: 'cart', labels: { team: 'payments' } })],
      },
      'fail',
    ],
  ])('judges %s', (_, facts, expected) => {
    expect(resultOf(ownerAnnotation, facts)).toBe(expected);
  });

  it('looks for the annotations of the policy', () => {
    const facts = withPod({}, {}, { annotations: { 'acme.io/squad': 'pay' } });
    const policy = { ownerAnnotations: ['acme.io/squad'] };
    expect(resultOf(ownerAnnotation, facts)).toBe('fail');
    expect(resultOf(ownerAnnotation, facts, policy)).toBe('pass');
    expect(
      ownerAnnotation.judge(componentFacts(withPod()), checkContext(policy))
        .summary,
    ).toContain('acme.io/squad');
  });

  it('suggests the first annotation of the policy', () => {
    expect(ownerAnnotation.fix.snippet?.code).toContain('a8r.io/owner: ');
  });

  it('outweighs a tool that wants another annotation', () => {
    const facts = {
      ...withPod({}, {}, { annotations: { owner: 'payments' } }),
      findings: [misconfiguration('owner-annotation')],
    };
    expect(resultOf(ownerAnnotation, facts)).toBe('pass');
  });
});

describe('owner.consistent', () => {
  const named = (
    annotations: Record<string, string>,
    component: Partial<ComponentIdentity> = {
      ownerRef: 'group:default/team-payments',
    },
  ) =>
    resultOf(ownerConsistent, {
      ...withPod({}, {}, { annotations }),
      component: { ...identity, ...component },
    });

  it.each([
    'payments',
    'Payments Team',
    '@acme/payments',
    'group:default/team-payments',
    'team_payments',
  ])('takes %s for the same', owner => {
    expect(named({ 'a8r.io/owner': owner })).toBe('pass');
  });

  it('tells another owner, the closest to the workload', () => {
    expect(named({ owner: 'search' })).toBe('fail');
    expect(named({ owner: 'search', team: 'payments' })).toBe('fail');
    const objects = [namespace({ labels: { team: 'platform' } })];
    const component = { ...identity, ownerRef: 'group:default/payments' };
    const pod = (annotations: Record<string, string>) => ({
      ...withPod({}, {}, { annotations }),
      objects,
      component,
    });
    expect(resultOf(ownerConsistent, pod({ owner: 'payments' }))).toBe('pass');
    expect(resultOf(ownerConsistent, pod({}))).toBe('fail');
  });

  it('compares names only', () => {
    expect(named({ 'a8r.io/chat': '#search' })).toBe('unknown');
    expect(named({ email: 'search@acme.example' })).toBe('unknown');
    expect(named({ owner: 'search@acme.example' })).toBe('unknown');
    expect(named({})).toBe('unknown');
    expect(named({ owner: 'payments' }, {})).toBe('unknown');
  });

  it('knows the owner by its name, too', () => {
    const owner = { state: 'owned', name: 'Money', isReachable: true } as const;
    expect(
      named({ owner: 'money' }, { ownerRef: 'group:default/x', owner }),
    ).toBe('pass');
  });
});

describe('owner.reachable', () => {
  it.each([
    ['owned', true, 'pass'],
    ['owned', false, 'warn'],
    ['unresolvable', false, 'fail'],
    ['missing', false, 'fail'],
  ] as const)('judges %s, reachable: %p', (state, isReachable, expected) => {
    const component = { ...identity, owner: { state, isReachable } };
    expect(resultOf(ownerReachable, { component })).toBe(expected);
    const library = { ...component, type: 'library' };
    expect(resultOf(ownerReachable, { component: library })).toBe(expected);
  });

  it('does not know it unless the catalog was asked', () => {
    expect(resultOf(ownerReachable, { workloads: [workload()] })).toBe(
      'unknown',
    );
  });
});
