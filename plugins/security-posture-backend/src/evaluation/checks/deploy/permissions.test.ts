import type { ObjectFacts, PodSettings } from '../../../model/facts';
import {
  checkContext,
  clusterObject,
  componentFacts,
  misconfiguration,
  passed,
  workload,
} from '../../__testUtils__/facts';
import { resultOf, withPod } from '../../__testUtils__/judging';
import { blast } from './blast';
import { rbacWildcard } from './rbacWildcard';
import { saAutomount } from './saAutomount';
import { saDefault } from './saDefault';
import { secretsUnusedExposure } from './secretsUnusedExposure';

const own = { serviceAccountName: 'shop' };
const account = { kind: 'ServiceAccount', name: 'shop', namespace: 'shop' };

function facts(
  objects: ObjectFacts[],
  settings: Partial<PodSettings> = own,
  findings: ReturnType<typeof misconfiguration>[] = [],
) {
  return { ...withPod({}, settings), objects, findings };
}

function binding(
  kind: 'RoleBinding' | 'ClusterRoleBinding',
  role: string,
  subjects: object[] = [account],
) {
  return clusterObject(
    kind,
    {
      roleRef: {
        kind: role === 'shop' ? 'Role' : 'ClusterRole',
        name: role,
      },
      subjects,
    },
    kind === 'ClusterRoleBinding' ? { namespace: undefined } : {},
  );
}

const role = (rule: object) =>
  clusterObject(
    'Role',
    { rules: [{ apiGroups: [''], ...rule }] },
    { name: 'shop' },
  );

const harmless = role({ resources: ['configmaps'], verbs: ['get'] });
const bound = binding('RoleBinding', 'shop');

describe('blast', () => {
  it.each([
    ['no binding of it', [binding('RoleBinding', 'edit', [])], 'pass'],
    ['a harmless role', [bound, harmless], 'pass'],
    ['everything', [binding('ClusterRoleBinding', 'cluster-admin')], 'fail'],
    [
      'everything in a namespace',
      [binding('RoleBinding', 'cluster-admin')],
      'fail',
    ],
    ['secrets of a namespace', [binding('RoleBinding', 'edit')], 'warn'],
    ['secrets of the cluster', [binding('ClusterRoleBinding', 'edit')], 'fail'],
    ['to look around', [binding('ClusterRoleBinding', 'view')], 'pass'],
    ['a role that is not known', [binding('RoleBinding', 'custom')], 'unknown'],
    [
      'wildcards',
      [bound, role({ resources: ['deployments'], verbs: ['*'] })],
      'fail',
    ],
    [
      'to bind roles',
      [bound, role({ resources: ['roles'], verbs: ['bind'] })],
      'fail',
    ],
    [
      'to make tokens',
      [
        bound,
        role({ resources: ['serviceaccounts/token'], verbs: ['create'] }),
      ],
      'fail',
    ],
    [
      'to read secrets',
      [bound, role({ resources: ['secrets'], verbs: ['list'] })],
      'warn',
    ],
    [
      'to read one secret by name',
      [
        bound,
        role({ resources: ['secrets'], resourceNames: ['a'], verbs: ['get'] }),
      ],
      'pass',
    ],
    [
      'to start pods',
      [bound, role({ resources: ['jobs'], verbs: ['create'] })],
      'warn',
    ],
    [
      'what all accounts of its namespace have',
      [
        binding('ClusterRoleBinding', 'cluster-admin', [
          { kind: 'Group', name: 'system:serviceaccounts:shop' },
        ]),
      ],
      'fail',
    ],
    [
      'what everybody has',
      [
        binding('ClusterRoleBinding', 'system:discovery', [
          { kind: 'Group', name: 'system:authenticated' },
        ]),
      ],
      'pass',
    ],
    [
      'nothing that another account has',
      [
        binding('ClusterRoleBinding', 'cluster-admin', [
          { ...account, namespace: 'cart' },
        ]),
      ],
      'pass',
    ],
  ])('judges %s', (_, objects, expected) => {
    expect(resultOf(blast, facts(objects))).toBe(expected);
  });

  it('takes the default account where none is named', () => {
    const objects = [
      binding('ClusterRoleBinding', 'cluster-admin', [
        { ...account, name: 'default' },
      ]),
    ];
    expect(resultOf(blast, facts(objects, {}))).toBe('fail');
    expect(resultOf(blast, facts(objects))).toBe('pass');
    expect(resultOf(blast, facts(objects, { serviceAccount: 'shop' }))).toBe(
      'pass',
    );
  });

  it('counts less what pods hold no token for', () => {
    const objects = [binding('ClusterRoleBinding', 'cluster-admin')];
    const without = { ...own, automountServiceAccountToken: false };
    expect(resultOf(blast, facts(objects, without))).toBe('warn');
    expect(resultOf(blast, facts([], without))).toBe('pass');
    const projected = {
      ...without,
      volumes: [
        {
          name: 'token',
          type: 'projected',
          projects: [{ type: 'serviceAccountToken' }],
        },
      ],
    };
    expect(resultOf(blast, facts(objects, projected))).toBe('fail');
  });

  it('takes roles that tools report, and no role in order for all', () => {
    expect(resultOf(blast, facts([]))).toBe('unknown');
    const findings = [
      misconfiguration('rbac-secrets', { subjectId: 'role-shop' }),
    ];
    expect(resultOf(blast, facts([bound, harmless], own, findings))).toBe(
      'fail',
    );
    const passes = [passed('rbac-secrets')];
    expect(resultOf(blast, { workloads: [workload()], passes })).toBe(
      'unknown',
    );
  });

  it('says how many components depend on it, where that is known', () => {
    const summary = (dependents?: number) =>
      blast.judge(
        componentFacts({
          ...facts([bound, harmless]),
          component: {
            entityRef: 'component:default/shop',
            tags: [],
            dependents,
          },
        }),
        checkContext(),
      ).summary;
    expect(summary(12)).toContain('12 components depend on it');
    expect(summary(1)).toContain('1 component depends on it');
    expect(summary()).not.toContain('depend');
  });
});

describe('wildcards', () => {
  it.each([
    ['a wildcard', role({ resources: ['*'], verbs: ['get'] }), 'fail'],
    ['none', harmless, 'pass'],
  ])('judges %s', (_, object, expected) => {
    expect(resultOf(rbacWildcard, facts([bound, object]))).toBe(expected);
  });

  it('does not know what nobody reports', () => {
    expect(resultOf(rbacWildcard, facts([]))).toBe('unknown');
    expect(resultOf(rbacWildcard, facts([bound]))).toBe('unknown');
  });
});

const accountObject = (automountServiceAccountToken?: boolean) =>
  clusterObject(
    'ServiceAccount',
    { automountServiceAccountToken },
    { name: 'shop' },
  );

describe('service accounts', () => {
  it.each([
    ['none', {}, 'fail'],
    ['the default one', { serviceAccountName: 'default' }, 'fail'],
    [
      'the default one without its token',
      { automountServiceAccountToken: false },
      'warn',
    ],
    ['one of its own', own, 'pass'],
    ['one by the old name', { serviceAccount: 'shop' }, 'pass'],
  ])('judges %s', (_, settings, expected) => {
    expect(resultOf(saDefault, facts([], settings))).toBe(expected);
  });

  it.each([
    ['mounts it by default', {}, undefined, 'fail'],
    [
      'turns it off',
      { automountServiceAccountToken: false },
      undefined,
      'pass',
    ],
    ['asks for it', { automountServiceAccountToken: true }, undefined, 'warn'],
    ['leaves it to an account that is off', {}, accountObject(false), 'pass'],
    ['leaves it to an account that is on', {}, accountObject(true), 'warn'],
    ['leaves it to a silent account', {}, accountObject(), 'fail'],
    [
      'overrules its account',
      { automountServiceAccountToken: true },
      accountObject(false),
      'warn',
    ],
  ])('judges the token of a pod that %s', (_, settings, object, expected) => {
    const objects = object ? [object] : [];
    expect(resultOf(saAutomount, facts(objects, { ...own, ...settings }))).toBe(
      expected,
    );
  });
});

describe('secrets that are not needed', () => {
  it.each([
    ['no token', [], { automountServiceAccountToken: false }, 'pass'],
    ['the token of the default account', [bound], {}, 'warn'],
    ['a token with a role', [bound, harmless], own, 'pass'],
    [
      'a token without a role',
      [binding('RoleBinding', 'shop', []), harmless],
      own,
      'warn',
    ],
    ['a token of which no role is known', [], own, 'unknown'],
  ])('judges %s', (_, objects, settings, expected) => {
    expect(resultOf(secretsUnusedExposure, facts(objects, settings))).toBe(
      expected,
    );
  });

  it('finds a Secret that no container mounts', () => {
    const settings = {
      automountServiceAccountToken: false,
      volumes: [{ name: 'tls', type: 'secret', source: 'shop-tls' }],
    };
    expect(resultOf(secretsUnusedExposure, withPod({}, settings))).toBe('warn');
    const volumeMounts = [{ name: 'tls', mountPath: '/tls' }];
    expect(
      resultOf(secretsUnusedExposure, withPod({ volumeMounts }, settings)),
    ).toBe('pass');
  });
});
