import { parse, withResult } from './__testUtils__/parse';

describe('the control of a result', () => {
  it('is the index of a benchmark where the rule is a whole section', () => {
    const report = parse(
      withResult({
        policy: 'Node Security',
        rule: 'Kubelet Files',
        result: 'warn',
        properties: { index: '4.1.10', remediation: 'chmod 600 the file' },
      }),
    );
    expect(report.findings[0]).toMatchObject({
      id: 'policy-report/node security/4.1.10',
      title: 'Node Security: 4.1.10',
      remediation: 'chmod 600 the file',
    });
  });

  it('is the rule that a person wrote, for the pod and its controller', () => {
    const idOf = (rule: string, source: string) =>
      parse(withResult({ policy: 'p', rule, source, result: 'fail' }))
        .decisions[0].rule;
    expect(idOf('autogen-probes', 'kyverno')).toBe('probes');
    expect(idOf('autogen-cronjob-probes', 'kyverno')).toBe('probes');
    expect(idOf('autogen-probes', 'other')).toBe('autogen-probes');
  });

  it('names a container only if there is one', () => {
    const containerOf = (result: object) =>
      parse(withResult({ policy: 'p', result: 'pass', ...result })).passes[0]
        .container;
    expect(containerOf({ message: `container 'app' is fine` })).toBe('app');
    expect(
      containerOf({ message: 'container "a" and container "b" are fine' }),
    ).toBeUndefined();
    expect(containerOf({ properties: { container_name: 'web' } })).toBe('web');
    expect(
      containerOf({ properties: { container_name: 'a, b' } }),
    ).toBeUndefined();
  });
});

describe('the engine of a result without a source', () => {
  const engineWith = (more: object) =>
    parse(withResult({ policy: 'p', result: 'pass' }, more)).decisions[0]
      .engine;
  const labels = (of: object) => ({ metadata: { labels: of } });

  it('is Kyverno if the labels of the report say so', () => {
    expect(
      engineWith(labels({ 'app.kubernetes.io/managed-by': 'kyverno' })),
    ).toBe('kyverno');
    expect(engineWith(labels({ 'cpol.kyverno.io/p': '1' }))).toBe('kyverno');
  });

  it('is unnamed otherwise', () => {
    expect(engineWith({})).toBe('policy-report');
    expect(engineWith(labels({ app: 'x' }))).toBe('policy-report');
  });
});
