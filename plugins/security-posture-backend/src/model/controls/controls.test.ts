import { controlById, controls, remediationOf } from '.';
import { lookUp } from './controls';
import { keyOf } from './keyOf';
import { controlEngines } from './schema';

const names = controls.flatMap(control =>
  controlEngines.flatMap(engine =>
    (control.means[engine] ?? []).map(name => ({
      control: control.id,
      engine,
      ...(typeof name === 'string' ? { id: name } : name),
    })),
  ),
);

describe('controls', () => {
  it('have ids and titles of their own, and tell what to do', () => {
    const ids = controls.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const titles = controls.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const control of controls) {
      expect(control.remediation).toMatch(/^[A-Z].*\.$/s);
      expect(control.title).not.toMatch(/\.$/);
      expect(Object.keys(control.means).length).toBeGreaterThan(0);
      expect(controlById(control.id)).toBe(control);
    }
  });

  it('hold every control that the design names', () => {
    expect(controls.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'added-capabilities',
        'allow-privilege-escalation',
        'apparmor',
        'default-service-account',
        'docker-socket',
        'drop-all-capabilities',
        'host-namespaces',
        'host-path',
        'host-ports',
        'image-signed',
        'latest-tag',
        'network-policy',
        'node-port',
        'owner-annotation',
        'privileged',
        'probes',
        'proc-mount',
        'rbac-wildcard',
        'read-only-root-filesystem',
        'resource-limits',
        'run-as-non-root',
        'seccomp',
        'secret-in-environment',
        'service-account-token',
        'sysctls',
        'trusted-registry',
      ]),
    );
  });

  it('share no name of an engine that no message tells apart', () => {
    const seen = new Map<string, string[]>();
    for (const { control, engine, id } of names.filter(
      name => !('says' in name),
    )) {
      const key = `${engine} ${keyOf(id)}`;
      seen.set(key, [...(seen.get(key) ?? []), control]);
    }
    expect([...seen].filter(([, owners]) => owners.length > 1)).toEqual([]);
  });

  it('are found by every name of theirs', () => {
    for (const { control, engine, id, ...name } of names) {
      if ('says' in name) continue;
      expect({ engine, id, found: lookUp(engine, id) }).toEqual({
        engine,
        id,
        found: [control],
      });
    }
  });

  it('show an example below the remediation', () => {
    const [privileged] = controls;
    expect(remediationOf(privileged)).toBe(
      `${privileged.remediation}\n\nsecurityContext:\n  privileged: false`,
    );
    expect(remediationOf({ ...privileged, example: undefined })).toBe(
      privileged.remediation,
    );
  });
});
