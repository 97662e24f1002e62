import { parseAllDocuments } from 'yaml';
import { misconfiguration, passed, workload } from '../../__testUtils__/facts';
import { resultOf } from '../../__testUtils__/judging';
import { deployChecks } from '.';

const byId = (...ids: string[]) =>
  deployChecks
    .filter(({ id }) => ids.includes(id))
    .map(check => [check.id, check] as const);

const ofControls = {
  'deploy.hostPath': 'host-path',
  'deploy.runtimeSocket': 'docker-socket',
  'deploy.privileged': 'privileged',
  'deploy.allowPrivilegeEscalation': 'allow-privilege-escalation',
  'deploy.caps.added': 'added-capabilities',
  'deploy.caps.dropAll': 'drop-all-capabilities',
  'deploy.runAsNonRoot': 'run-as-non-root',
  'deploy.readOnlyRootFs': 'read-only-root-filesystem',
  'deploy.seccomp': 'seccomp',
  'deploy.apparmor': 'apparmor',
  'deploy.hostNamespaces': 'host-namespaces',
  'deploy.netpol.ingress': 'network-policy',
  'deploy.sshport': 'ssh-port',
  'deploy.secrets.env': 'secret-in-environment',
  'deploy.secrets.configmap': 'secret-in-configmap',
  'pod.sa.default': 'default-service-account',
  'pod.sa.automount': 'service-account-token',
  'pod.rbac.wildcard': 'rbac-wildcard',
  'deploy.resources': 'resource-limits',
  'deploy.owner.annotation': 'owner-annotation',
};

describe('deployChecks', () => {
  it('gives every check an id of its own', () => {
    const ids = deployChecks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(31);
  });

  it.each(deployChecks.map(check => [check.id, check] as const))(
    'suggests valid YAML for %s',
    (_, { fix, weight }) => {
      const { language, code = '' } = fix.snippet ?? {};
      const documents = parseAllDocuments(code);
      expect(code).not.toBe('');
      if (language === 'yaml') {
        expect([...documents].flatMap(({ errors }) => errors)).toEqual([]);
      }
      expect(weight).toBeGreaterThanOrEqual(0);
      expect(weight).toBeLessThanOrEqual(1);
    },
  );

  it.each(deployChecks.map(check => [check.id, check] as const))(
    'knows nothing of %s without facts',
    (_, check) => {
      expect(resultOf(check)).toBe('unknown');
      expect(resultOf(check, { workloads: [workload()] })).toBe('unknown');
    },
  );

  it.each(
    deployChecks
      .filter(({ id }) => id !== 'deploy.owner.reachable')
      .map(check => [check.id, check] as const),
  )('does not apply %s to a library', (_, check) => {
    const component = {
      entityRef: 'component:default/parser',
      type: 'library',
      tags: [],
    };
    expect(resultOf(check, { component })).toBe('not-applicable');
    expect(resultOf(check, { component, workloads: [workload()] })).toBe(
      'unknown',
    );
  });

  describe.each(Object.entries(ofControls))('%s', (id, control) => {
    const [[, check]] = byId(id);
    const workloads = [workload()];

    it('takes what a tool reports of a workload', () => {
      const findings = [misconfiguration(control)];
      expect(resultOf(check, { workloads, findings })).toBe('fail');
      expect(resultOf(check, { findings })).toBe('fail');
      const others = [misconfiguration('probes')];
      expect(resultOf(check, { workloads, findings: others })).toBe('unknown');
    });

    it('takes what a tool found in order', () => {
      const passes = [passed(control)];
      expect(resultOf(check, { workloads, passes })).toBe('pass');
      const others = [passed('probes')];
      expect(resultOf(check, { workloads, passes: others })).toBe('unknown');
    });
  });

  it.each(byId('deploy.runAsNonRoot', 'deploy.secrets.env'))(
    'leaves images and their recipes out of %s',
    (id, check) => {
      const control = new Map(Object.entries(ofControls)).get(id) ?? '';
      const findings = [
        misconfiguration(control, {
          subjectId: 'image-shop',
          subject: { kind: 'image', name: 'ghcr.io/acme/shop' },
        }),
        misconfiguration(control, {
          subjectId: 'repository-shop',
          subject: { kind: 'repository', name: 'github.com/acme/shop' },
          path: 'services/shop/Dockerfile',
        }),
      ];
      expect(resultOf(check, { findings })).toBe('unknown');
      const linted = misconfiguration(control, {
        subjectId: 'artifact-shop',
        subject: { kind: 'artifact', name: 'shop' },
        tools: ['Dockle'],
      });
      expect(resultOf(check, { findings: [linted] })).toBe('unknown');
      const [, recipe] = findings;
      const inManifest = [{ ...recipe, path: 'deploy/shop.yaml' }];
      expect(resultOf(check, { findings: inManifest })).toBe('fail');
    },
  );
});
