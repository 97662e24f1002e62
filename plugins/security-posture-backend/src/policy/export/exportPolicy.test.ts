import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { checks } from '../../evaluation';
import { evaluateCel, isMatched } from '../__testUtils__/evaluateCel';
import { readPolicy } from '../readPolicy';
import { exportPolicy, policyFormats, type PolicyFormat } from './exportPolicy';
import { expressions } from './expressions';

const ids = checks.map(({ id }) => id);

const exported = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.object({ name: z.string() }),
  spec: z.looseObject({
    policyName: z.string().optional(),
    validationActions: z.array(z.string()).optional(),
    failurePolicy: z.string().optional(),
    matchConstraints: z
      .object({
        namespaceSelector: z.looseObject({}).optional(),
        resourceRules: z.array(z.object({ resources: z.array(z.string()) })),
      })
      .optional(),
    matchConditions: z.array(z.object({ expression: z.string() })).optional(),
    variables: z.array(z.object({ name: z.string() })).optional(),
    validations: z
      .array(z.object({ expression: z.string(), message: z.string() }))
      .optional(),
  }),
});

function read(policy: object, format: PolicyFormat) {
  const text = exportPolicy(readPolicy(policy, ids), format);
  const documents = parseAllDocuments(text)
    .map(document => document.toJS())
    .filter(Boolean)
    .map(document => exported.parse(document));
  return { text, documents };
}

const only = (checkId: string, enforcement: string) => ({
  '*': 'off',
  [checkId]: enforcement,
});

describe('exportPolicy', () => {
  it.each(['block', 'warn'] as const)(
    'follows the mode with a check that says %s',
    enforcement => {
      const actionsIn = (mode: string, format: PolicyFormat) =>
        read({ mode, checks: only('deploy.privileged', enforcement) }, format)
          .documents.map(({ spec }) => spec.validationActions)
          .filter(actions => actions !== undefined);
      for (const format of policyFormats) {
        expect(actionsIn('enforce', format)).toEqual([
          enforcement === 'block' ? ['Deny'] : ['Warn', 'Audit'],
        ]);
        expect(actionsIn('warn', format)).toEqual([['Warn', 'Audit']]);
        expect(actionsIn('dry-run', format)).toEqual([['Audit']]);
      }
    },
  );

  it('makes a policy and its binding a check for the API server', () => {
    const { documents } = read(
      { checks: { '*': 'off', 'deploy.host*': 'block' } },
      'validating-admission-policy',
    );
    expect(
      documents.map(({ apiVersion, kind, metadata, spec }) => [
        apiVersion,
        kind,
        metadata.name,
        spec.policyName,
      ]),
    ).toEqual(
      [
        'security-posture-deploy-hostpath',
        'security-posture-deploy-hostnamespaces',
      ].flatMap(name => [
        [
          'admissionregistration.k8s.io/v1',
          'ValidatingAdmissionPolicy',
          name,
          undefined,
        ],
        [
          'admissionregistration.k8s.io/v1',
          'ValidatingAdmissionPolicyBinding',
          name,
          name,
        ],
      ]),
    );
  });

  it('makes a ValidatingPolicy a check for Kyverno', () => {
    const { documents } = read(
      { checks: only('deploy.privileged', 'block') },
      'kyverno',
    );
    expect(documents).toEqual([
      expect.objectContaining({
        apiVersion: 'policies.kyverno.io/v1',
        kind: 'ValidatingPolicy',
        metadata: { name: 'security-posture-deploy-privileged' },
      }),
    ]);
  });

  it('exports every check that it can, with messages of one line', () => {
    const { documents } = read(
      {
        checks: { '*': 'block' },
        trustedRegistries: ['ghcr.io'],
      },
      'kyverno',
    );
    expect(documents).toHaveLength(Object.keys(expressions).length);
    for (const { spec } of documents) {
      expect(spec.validations?.[0].message).toMatch(/^[a-z]+\.[^\n]+$/);
    }
    expect(
      documents.map(({ spec }) => spec.matchConstraints?.resourceRules.length),
    ).toEqual(documents.map(() => 4));
  });

  it('defines the variables that an expression needs, and no others', () => {
    const namesFor = (checkId: string) =>
      read(
        { checks: only(checkId, 'block') },
        'kyverno',
      ).documents[0].spec.variables?.map(({ name }) => name);
    expect(namesFor('deploy.hostNamespaces')).toEqual([
      'whole',
      'template',
      'podSpec',
    ]);
    expect(namesFor('deploy.privileged')).toEqual([
      'whole',
      'template',
      'podSpec',
      'containers',
      'allContainers',
    ]);
  });

  it('names at the top what is left out', () => {
    const { text } = read(
      {
        checks: {
          '*': 'off',
          'deploy.blast': 'block',
          'build.registry.trusted': 'block',
          'deploy.runAsNonRoot': 'warn',
          'gate.scan-missing': { build: 'block' },
        },
        rules: [{ match: { tag: 'pci' }, mode: 'enforce' }],
      },
      'kyverno',
    );
    const [top] = text.split('---');
    expect(top.split('\n').every(line => /^#|^$/.test(line))).toBe(true);
    expect(top).toContain('# - deploy.blast\n');
    expect(top).toContain('# - build.registry.trusted\n');
    expect(top).not.toContain('gate.scan-missing');
    expect(top).toContain('deploy.runAsNonRoot: the cluster does not know');
    expect(top).toContain("1 of the policy's rules");
  });

  it('is only comments if nothing is enforced', () => {
    const { text, documents } = read({ checks: { '*': 'off' } }, 'kyverno');
    expect(documents).toEqual([]);
    expect(text).toMatch(/^#/);
  });

  it('fails open or closed, and leaves out namespaces that are exempt', () => {
    const specOf = (admission: object) =>
      read(
        { checks: only('deploy.privileged', 'block'), admission },
        'validating-admission-policy',
      ).documents[0].spec;
    expect(specOf({}).failurePolicy).toBe('Ignore');
    expect(specOf({ failurePolicy: 'closed' }).failurePolicy).toBe('Fail');
    expect(
      specOf({ exemptNamespaces: ['kube-system', 'ci-*'] }).matchConstraints
        ?.namespaceSelector,
    ).toEqual({
      matchExpressions: [
        {
          key: 'kubernetes.io/metadata.name',
          operator: 'NotIn',
          values: ['kube-system'],
        },
      ],
    });
    expect(
      specOf({ exemptNamespaces: ['ci-*'] }).matchConstraints
        ?.namespaceSelector,
    ).toBeUndefined();
  });
});

describe('conditions of exported policies', () => {
  const admission = (changes: object) =>
    readPolicy({ admission: changes }, ids).admission;
  const pod = (metadata: object) => ({
    kind: 'Pod',
    metadata: { name: 'shop', namespace: 'shop', ...metadata },
    spec: { containers: [] },
  });
  const reason = { 'security-posture.io/break-glass': 'outage' };

  it.each([
    ['a pod', {}, {}, true],
    ['one that ends', {}, { deletionTimestamp: '2026-11-20T12:00:00Z' }, false],
    ['break-glass', {}, { annotations: reason }, false],
    [
      'forbidden break-glass',
      { breakGlass: false },
      { annotations: reason },
      true,
    ],
    ['an exempt namespace', { exemptNamespaces: ['sh*'] }, {}, false],
    ['another', { exemptNamespaces: ['*-shop', 's.*p'] }, {}, true],
  ])('judge %s', (_, rules, metadata, expected) => {
    expect(isMatched(admission(rules), pod(metadata))).toBe(expected);
  });

  it('find break-glass on the pods of what makes them', () => {
    const template = {
      metadata: { annotations: reason },
      spec: { containers: [] },
    };
    const metadata = { name: 'shop' };
    expect(
      isMatched(admission({}), {
        kind: 'Deployment',
        metadata,
        spec: { template },
      }),
    ).toBe(false);
    expect(
      isMatched(admission({}), {
        kind: 'CronJob',
        metadata,
        spec: { jobTemplate: { spec: { template } } },
      }),
    ).toBe(false);
  });

  it('read the pods of every kind', () => {
    const expression = 'variables.containers.size() == 2';
    const template = {
      spec: { containers: [{ name: 'a' }], initContainers: [{ name: 'b' }] },
    };
    const metadata = {};
    for (const object of [
      { kind: 'Pod', metadata, spec: template.spec },
      { kind: 'Job', metadata, spec: { template } },
      {
        kind: 'CronJob',
        metadata,
        spec: { jobTemplate: { spec: { template } } },
      },
    ]) {
      expect(evaluateCel(expression, object)).toBe(true);
    }
  });
});
