import { fixture, read } from './__fixtures__/reports';

describe('a cluster report', () => {
  const report = read(fixture('kubernetes'), { cluster: 'ignored' });
  const cart = {
    kind: 'workload',
    cluster: 'prod-eu',
    namespace: 'shop',
    workloadKind: 'Deployment',
    name: 'cart',
  };
  const cartImage = {
    kind: 'image',
    name: 'ghcr.io/acme/cart',
    tag: '3',
    digest: `sha256:${'7'.repeat(64)}`,
  };
  const agent = {
    kind: 'workload',
    cluster: 'prod-eu',
    namespace: 'shop',
    workloadKind: 'DaemonSet',
    name: 'agent',
  };

  it('speaks of the cluster, and its findings of what they are about', () => {
    expect(report.subject).toEqual({
      kind: 'cluster',
      name: 'prod-eu',
      cluster: 'prod-eu',
    });
    expect(
      report.findings.map(finding => [
        'id' in finding && finding.id,
        finding.subject,
        'container' in finding ? finding.container : undefined,
      ]),
    ).toEqual([
      ['KSV-0001', cart, 'web'],
      ['KSV-0104', cart, 'proxy'],
      ['CVE-2099-0006', cartImage, undefined],
      ['CVE-2099-0007', agent, undefined],
      [
        'KSV-01010',
        { ...cart, workloadKind: 'ConfigMap', name: 'settings' },
        undefined,
      ],
    ]);
  });

  it('has no path for an object, and one for a file in its image', () => {
    expect(report.findings[0]).toMatchObject({ kind: 'misconfiguration' });
    expect(report.findings[0]).not.toHaveProperty('path', expect.anything());
    expect(report.findings[3]).toHaveProperty('package.path', 'usr/bin/agent');
  });

  it('leaves out what a check quotes from a ConfigMap', () => {
    expect(report.findings[4].message).toBe(
      "ConfigMap 'settings' in 'shop' namespace stores sensitive contents in key(s) or value(s)",
    );
  });

  it('tells which image a workload runs, where it is known', () => {
    expect(report.workloads).toEqual([
      {
        subject: cart,
        annotations: {},
        containers: [{ name: '', image: cartImage }],
        spec: {},
      },
    ]);
  });

  it('speaks completely for what Trivy finished', () => {
    expect(report.scopes).toEqual([
      { kind: 'misconfiguration', subject: cart, complete: true },
      { kind: 'vulnerability', subject: cartImage, complete: true },
      { kind: 'vulnerability', subject: agent, complete: false },
      {
        kind: 'misconfiguration',
        subject: { ...cart, workloadKind: 'ConfigMap', name: 'settings' },
        complete: true,
      },
      {
        kind: 'misconfiguration',
        subject: { kind: 'node', name: 'worker-1', cluster: 'prod-eu' },
        complete: true,
      },
    ]);
    expect(report.warnings).toEqual([
      'Trivy failed on DaemonSet agent: pull of one image was refused',
    ]);
  });

  it('takes the cluster of the request where the document names none', () => {
    const value = { ...fixture('kubernetes'), ClusterName: '' };
    expect(read(value, { cluster: 'edge' }).subject).toEqual({
      kind: 'cluster',
      name: 'edge',
      cluster: 'edge',
    });
    expect(read(value).warnings).toContain(
      'ClusterName is empty; send cluster with the report',
    );
  });

  it.each([
    ['Findings', 'Findings'],
    ['Vulnerabilities', 'Vulnerabilities'],
  ])('reads the list of other versions: %s', (_, key) => {
    const { Resources: list, ...value } = fixture('kubernetes');
    expect(read({ ...value, [key]: list }).read).toEqual(report.read);
  });
});
