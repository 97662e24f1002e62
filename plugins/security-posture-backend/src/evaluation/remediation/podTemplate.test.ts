import { podTemplate } from './podTemplate';

const of = (...codes: string[]) =>
  podTemplate(codes.map(code => ({ code, container: 'app' })));

describe('podTemplate', () => {
  it('puts each setting where it belongs', () => {
    expect(
      of(
        'securityContext:\n  privileged: false',
        'kind: NetworkPolicy\nspec: {}',
        'volumes:\n  - name: data\n    emptyDir: {}',
        'spec:\n  automountServiceAccountToken: false',
        'resources:\n  limits:\n    memory: 128Mi',
        'metadata:\n  annotations:\n    owner: payments',
        'securityContext:\n  capabilities:\n    drop: [ALL]',
      ),
    ).toBe(
      [
        'spec:',
        '  containers:',
        '    - name: "app"',
        '      securityContext:',
        '        privileged: false',
        '        capabilities:',
        '          drop: [ ALL ]',
        '      resources:',
        '        limits:',
        '          memory: 128Mi',
        '  volumes:',
        '    - name: data',
        '      emptyDir: {}',
        '  automountServiceAccountToken: false',
        'metadata:',
        '  annotations:',
        '    owner: payments',
        '---',
        'kind: NetworkPolicy',
        'spec: {}',
      ].join('\n'),
    );
  });

  it('keeps containers apart, whatever their names', () => {
    const code = 'resources: {}';
    const odd = 'x"\n# y: 1';
    expect(
      podTemplate([
        { code, container: 'app' },
        { code, container: odd },
      ]),
    ).toBe(
      [
        'spec:',
        '  containers:',
        '    - name: "app"',
        '      resources: {}',
        '    - name: "x\\"\\n# y: 1"',
        '      resources: {}',
      ].join('\n'),
    );
  });

  it('is empty for nothing', () => {
    expect(of()).toBe('');
  });
});
