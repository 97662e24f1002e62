import { mockServices } from '@backstage/backend-test-utils';
import { readConfig } from '../config';
import { defaultPolicyRules } from '../model/policyRules';
import type { ComponentIdentity } from '../model/facts';
import { readPolicy } from './readPolicy';

const known = [
  'gate.fixable-high',
  'gate.scan-missing',
  'deploy.privileged',
  'deploy.hostPath',
  'deploy.owner.annotation',
  'runtime.scan',
];

const read = (data: unknown) => readPolicy(data, known);

const component = (changes: Partial<ComponentIdentity> = {}) => ({
  entityRef: 'component:default/shop',
  tags: [],
  ...changes,
});

const enforcementOf = (data: object, changes?: Partial<ComponentIdentity>) =>
  read(data).rulesFor(component(changes)).checks;

describe('readPolicy', () => {
  it('is the default where nothing is configured', () => {
    expect(read(undefined).base).toEqual(defaultPolicyRules);
    expect(read({}).rulesFor(component())).toEqual(defaultPolicyRules);
    expect(read({}).admission).toEqual({
      failurePolicy: 'open',
      unknownKinds: 'allow',
      exemptNamespaces: ['kube-system', 'kube-public', 'kube-node-lease'],
      breakGlass: true,
    });
  });

  it('reads every key', () => {
    const { base, admission } = read({
      mode: { admission: 'enforce' },
      thresholds: { severity: 'critical', knownExploited: false },
      freshness: { buildScan: '12h', imageAge: { weeks: 2 } },
      trustedRegistries: ['GHCR.io/acme/', 'localhost:5000'],
      registries: [{ host: 'ghcr.io', private: true, signed: true }],
      trustedBuilders: ['https://github.com/actions/runner'],
      trustedBaseImages: ['gcr.io/distroless/*'],
      ownerAnnotations: ['acme.example/team'],
      packages: { warn: 80 },
      allowedCapabilities: ['cap_chown', 'NET_BIND_SERVICE'],
      unknown: 'warn',
      admission: {
        failurePolicy: 'closed',
        unknownKinds: 'deny',
        exemptNamespaces: ['kube-*'],
        breakGlass: false,
        link: 'https://portal.example/catalog/{namespace}/{kind}/{name}/security',
      },
    });
    expect(base).toMatchObject({
      mode: { build: 'enforce', admission: 'enforce' },
      thresholds: {
        severity: 'critical',
        cvss: 7,
        knownExploited: false,
        fixableOnly: true,
      },
      freshness: {
        buildScanDays: 0.5,
        runningScanDays: 30,
        imageAgeDays: 14,
        decisionDays: 30,
      },
      trustedRegistries: ['ghcr.io/acme', 'localhost:5000'],
      registries: [
        {
          host: 'ghcr.io',
          private: true,
          accessControl: false,
          builtInScanning: false,
          signed: true,
        },
      ],
      ownerAnnotations: ['acme.example/team'],
      packages: { pass: 40, warn: 80 },
      allowedCapabilities: ['CHOWN', 'NET_BIND_SERVICE'],
      unknown: 'warn',
    });
    expect(admission).toMatchObject({
      failurePolicy: 'closed',
      exemptNamespaces: ['kube-*'],
      breakGlass: false,
    });
  });

  it.each([
    ['7d', 7],
    ['12 hours', 0.5],
    ['P7D', 7],
    ['P2W', 14],
    [{ days: 7 }, 7],
    [{ weeks: 1, hours: 12 }, 7.5],
  ])('reads the duration %j', (buildScan, days) => {
    expect(read({ freshness: { buildScan } }).base.freshness).toMatchObject({
      buildScanDays: days,
    });
  });

  it('takes one mode for both places', () => {
    expect(read({ mode: 'dry-run' }).base.mode).toEqual({
      build: 'dry-run',
      admission: 'dry-run',
    });
  });

  it('is part of the configuration', () => {
    const { policy } = readConfig(
      mockServices.rootConfig({
        data: {
          securityPosture: {
            policy: {
              mode: 'warn',
              checks: { 'deploy.privileged': 'block' },
            },
          },
        },
      }),
    );
    expect(policy.base).toMatchObject({
      mode: { build: 'warn' },
      checks: { 'deploy.privileged': { build: 'block', admission: 'block' } },
    });
  });
});

describe('checks of a policy', () => {
  it('keeps the defaults of checks that it does not name', () => {
    expect(enforcementOf({ checks: { 'runtime.scan': 'warn' } })).toEqual({
      ...defaultPolicyRules.checks,
      'runtime.scan': { build: 'warn', admission: 'warn' },
    });
  });

  it('sets one place and leaves the other', () => {
    const checks = enforcementOf({
      checks: {
        'gate.fixable-high': { admission: 'block' },
        'runtime.scan': { build: 'warn' },
      },
    });
    expect(checks['gate.fixable-high']).toEqual({
      build: 'block',
      admission: 'block',
    });
    expect(checks['runtime.scan']).toEqual({ build: 'warn', admission: 'off' });
  });

  it('prefers a check to a pattern, and the pattern that fixes more', () => {
    const checks = enforcementOf({
      checks: {
        'deploy.owner.*': 'warn',
        'deploy.privileged': { build: 'off' },
        'deploy.*': 'block',
        '*': 'off',
      },
    });
    expect(checks).toMatchObject({
      'deploy.privileged': { build: 'off', admission: 'block' },
      'deploy.hostPath': { build: 'block', admission: 'block' },
      'deploy.owner.annotation': { build: 'warn', admission: 'warn' },
      'runtime.scan': { build: 'off', admission: 'off' },
    });
  });

  it('takes two patterns that agree', () => {
    expect(
      enforcementOf({ checks: { 'deploy.*': 'warn', '*.hostP*': 'warn' } }),
    ).toMatchObject({ 'deploy.hostPath': { build: 'warn' } });
  });

  it('can be enforced with every check off', () => {
    const { mode, checks } = read({
      mode: 'enforce',
      checks: { '*': 'off' },
    }).base;
    expect(mode.build).toBe('enforce');
    expect(checks['gate.fixable-high']).toEqual({
      build: 'off',
      admission: 'off',
    });
  });
});

describe('rules of a policy', () => {
  it('lays matching rules over the base, in order', () => {
    const policy = read({
      mode: 'warn',
      checks: { 'deploy.privileged': 'block' },
      rules: [
        {
          match: { lifecycle: 'production' },
          mode: { admission: 'enforce' },
          thresholds: { cvss: 9 },
          trustedRegistries: ['ghcr.io/acme'],
        },
        {
          match: { lifecycle: 'production', system: 'payments' },
          thresholds: { severity: 'medium' },
          checks: { 'deploy.*': 'warn' },
        },
        { match: { lifecycle: 'experimental' }, mode: 'dry-run' },
      ],
    });
    const payments = policy.rulesFor(
      component({
        lifecycle: 'Production',
        systemRef: 'system:default/payments',
      }),
    );
    expect(payments).toMatchObject({
      mode: { build: 'warn', admission: 'enforce' },
      thresholds: { severity: 'medium', cvss: 9, fixableOnly: true },
      trustedRegistries: ['ghcr.io/acme'],
      // A later layer wins over an earlier one, however exact that was.
      checks: { 'deploy.privileged': { build: 'warn', admission: 'warn' } },
    });
    expect(policy.rulesFor(component())).toBe(policy.base);
    expect(policy.ruleCount).toBe(3);
  });

  it.each<[object, Partial<ComponentIdentity>, boolean]>([
    [{ entityRef: 'shop' }, {}, true],
    [{ entityRef: 'component:default/*' }, {}, true],
    [{ entityRef: 'resource:default/shop' }, {}, false],
    [{ namespace: 'default' }, {}, true],
    [{ namespace: ['ops', 'qa-*'] }, {}, false],
    [{ owner: 'team-*' }, { ownerRef: 'group:default/team-a' }, true],
    [{ owner: 'team-*' }, { ownerRef: 'user:default/team-lead' }, false],
    [{ owner: 'user:jane' }, { ownerRef: 'user:default/jane' }, true],
    [{ owner: '*' }, { ownerRef: 'group:ops/a' }, true],
    [{ owner: '*' }, {}, false],
    [{ system: 'ops/*' }, { systemRef: 'system:ops/ci' }, true],
    [{ type: ['service', 'website'] }, { type: 'website' }, true],
    [{ type: 'service' }, {}, false],
    [{ tag: 'pci*' }, { tags: ['java', 'pci-dss'] }, true],
    [{ tag: 'pci' }, { tags: ['pci-dss'] }, false],
    [{ tag: 'pci', type: 'service' }, { tags: ['pci'] }, false],
  ])('%j on %j matches: %s', (match, identity, matches) => {
    const { mode } = read({
      rules: [{ match, mode: 'dry-run' }],
    }).rulesFor(component(identity));
    expect(mode.build).toBe(matches ? 'dry-run' : 'enforce');
  });

  it('answers components of the same rules with the same object', () => {
    const policy = read({
      rules: [
        { match: { tag: 'a' }, mode: 'warn' },
        { match: { tag: 'b' }, unknown: 'warn' },
      ],
    });
    const both = policy.rulesFor(component({ tags: ['b', 'a'] }));
    expect(policy.rulesFor(component({ tags: ['a', 'b', 'c'] }))).toBe(both);
    expect(policy.rulesFor(component({ tags: ['a'] }))).not.toBe(both);
  });

  it('takes packages as a pair, so that rules cannot contradict each other', () => {
    const { packages } = read({
      rules: [
        { match: { tag: 'a' }, packages: { pass: 100 } },
        { match: { tag: 'b' }, packages: { warn: 60 } },
      ],
    }).rulesFor(component({ tags: ['a', 'b'] }));
    expect(packages).toEqual({ pass: 40, warn: 60 });
  });
});
