import type { ComponentFacts, WorkloadFacts } from '../../../model/facts';
import {
  checkContext,
  clusterObject,
  componentFacts,
  misconfiguration,
  podConfiguration,
  workload,
} from '../../__testUtils__/facts';
import { adminLimited } from './adminLimited';

const component = { ...componentFacts().component, type: 'ci' };

const policy = clusterObject('NetworkPolicy', {
  podSelector: { matchLabels: { app: 'agent' } },
  policyTypes: ['Ingress'],
  ingress: [{ from: [{ podSelector: {} }] }],
});

const binding = (role: string, kind = 'ClusterRoleBinding') =>
  clusterObject(
    kind,
    {
      roleRef: { kind: 'ClusterRole', name: role },
      subjects: [{ kind: 'ServiceAccount', name: 'agent', namespace: 'shop' }],
    },
    kind === 'RoleBinding' ? {} : { namespace: undefined },
  );

const agent = (changes: Partial<WorkloadFacts> = {}) =>
  workload({
    configuration: podConfiguration(undefined, {
      serviceAccountName: 'agent',
      podLabels: { app: 'agent' },
    }),
    exposure: 'internal',
    ...changes,
  });

const judge = (changes: Partial<ComponentFacts> = {}) =>
  adminLimited.judge(
    componentFacts({
      component,
      workloads: [agent()],
      objects: [policy, binding('view')],
      ...changes,
    }),
    checkContext(),
  );

describe('ci.admin.limited', () => {
  it('passes with few permissions, limited ingress and no way in from outside', () => {
    expect(judge()).toMatchObject({ result: 'pass' });
  });

  it('judges what is tagged ci like what is of the type', () => {
    const tagged = { ...component, type: 'service', tags: ['ci'] };
    expect(judge({ component: tagged }).result).toBe('pass');
  });

  it('does not apply to anything else', () => {
    const service = { ...component, type: 'service' };
    expect(judge({ component: service }).result).toBe('not-applicable');
  });

  it.each([
    ['it is cluster-admin', [policy, binding('cluster-admin')]],
    [
      'it is cluster-admin in its namespace',
      [policy, binding('cluster-admin', 'RoleBinding')],
    ],
    [
      'it may give itself permissions',
      [
        policy,
        binding('deployer'),
        clusterObject(
          'ClusterRole',
          {
            rules: [
              { apiGroups: ['*'], resources: ['roles'], verbs: ['escalate'] },
            ],
          },
          { name: 'deployer', namespace: undefined },
        ),
      ],
    ],
    [
      'the policy selects other pods',
      [
        binding('view'),
        clusterObject('NetworkPolicy', {
          podSelector: { matchLabels: { app: 'controller' } },
        }),
      ],
    ],
  ])('fails if %s', (_, objects) => {
    expect(judge({ objects }).result).toBe('fail');
  });

  it('fails on what a tool reports of its roles', () => {
    const findings = [misconfiguration('rbac-cluster-admin')];
    expect(judge({ findings }).result).toBe('fail');
  });

  it.each([
    ['external', 'fail'],
    ['node', 'warn'],
    [undefined, 'unknown'],
  ] as const)('with a reach of %s it is %s', (exposure, result) => {
    expect(judge({ workloads: [agent({ exposure })] }).result).toBe(result);
  });

  it.each([
    ['permissions', { objects: [policy] }],
    ['what a role grants', { objects: [policy, binding('deployer')] }],
    ['policies', { objects: [binding('view')] }],
    ['its pods', { workloads: [agent({ configuration: undefined })] }],
    ['any workload', { workloads: [] }],
  ])('is unknown without %s', (_, changes) => {
    expect(judge(changes).result).toBe('unknown');
  });
});
