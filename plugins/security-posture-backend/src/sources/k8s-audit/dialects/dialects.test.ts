import { readDenial, readViolations } from '.';

function webhook(name: string, text: string): string {
  return `admission webhook "${name}" denied the request: ${text}`;
}

describe('readDenial', () => {
  it('reads the YAML of a Kyverno ClusterPolicy', () => {
    const text =
      '\n\nresource Namespace//shop was blocked due to the following policies \n\nneed-labels:\n  need-team: |-\n    first line: with a colon\n    second line\n  need-tier: tier is missing\nno-rules: {}\n';
    const object = { kind: 'Namespace', name: 'shop' };
    expect(readDenial(webhook('validate.kyverno.svc-fail', text))).toEqual([
      {
        engine: 'kyverno',
        policy: 'need-labels',
        rule: 'need-team',
        message: 'first line: with a colon\nsecond line',
        object,
      },
      {
        engine: 'kyverno',
        policy: 'need-labels',
        rule: 'need-tier',
        message: 'tier is missing',
        object,
      },
      { engine: 'kyverno', policy: 'no-rules', object },
    ]);
  });

  it('reads the older headline of Kyverno', () => {
    const text =
      '\n\npolicy Pod/shop/web-0 for resource violation: \n\nneed-labels:\n  need-team: team is missing\n';
    expect(readDenial(webhook('validate.kyverno.svc-fail', text))).toEqual([
      {
        engine: 'kyverno',
        policy: 'need-labels',
        rule: 'need-team',
        message: 'team is missing',
        object: { kind: 'Pod', namespace: 'shop', name: 'web-0' },
      },
    ]);
  });

  it('keeps the refusal of a known webhook whose text it cannot read', () => {
    const text =
      'resource Pod/shop/a was blocked due to the following policies\n\n*broken: [';
    expect(readDenial(webhook('validate.kyverno.svc-fail', text))).toEqual([
      {
        engine: 'kyverno',
        policy: 'validate.kyverno.svc-fail',
        message: text,
      },
    ]);
  });

  it.each(['vpol', 'nvpol', 'ivpol'])('reads the sentences of %s', prefix => {
    const name = `${prefix}.validate.kyverno.svc-fail-finegrained-a`;
    const text = 'Policy a failed: no; really; Policy b error: timed out';
    expect(readDenial(webhook(name, text))).toEqual([
      { engine: 'kyverno', policy: 'a', message: 'no; really' },
      {
        engine: 'kyverno',
        policy: 'b',
        message: 'timed out',
        failedToJudge: true,
      },
    ]);
  });

  it('reads the constraints of Gatekeeper, old and new', () => {
    const text = '[need-team] team [x] is\nmissing\n[denied by old] no';
    expect(readDenial(webhook('validation.gatekeeper.sh', text))).toEqual([
      {
        engine: 'gatekeeper',
        policy: 'need-team',
        message: 'team [x] is\nmissing',
      },
      { engine: 'gatekeeper', policy: 'old', message: 'no' },
    ]);
  });

  it('reads a validating admission policy with and without its binding', () => {
    const start = `pods "a" is forbidden: ValidatingAdmissionPolicy 'p'`;
    expect(
      readDenial(`${start} with binding 'b' denied request: too 'many': 5`),
    ).toEqual([
      {
        engine: 'validating-admission-policy',
        policy: 'p',
        rule: 'b',
        message: "too 'many': 5",
      },
    ]);
    expect(readDenial(`${start} denied request: no`)).toEqual([
      { engine: 'validating-admission-policy', policy: 'p', message: 'no' },
    ]);
  });

  it('splits the controls of Pod Security outside of parentheses and quotes', () => {
    const text =
      'pods "a" is forbidden: violates PodSecurity "baseline:v1.33": privileged (containers "a", "b" must not set it), hostPath volumes (volume "x), y"), hostPort';
    expect(readDenial(text)).toEqual(
      [
        ['privileged', 'privileged (containers "a", "b" must not set it)'],
        ['hostPath volumes', 'hostPath volumes (volume "x), y")'],
        ['hostPort', 'hostPort'],
      ].map(([rule, message]) => ({
        engine: 'pod-security',
        policy: 'baseline',
        rule,
        category: 'Pod Security Standards (Baseline)',
        message,
      })),
    );
  });

  it('reads the blocks of RHACS up to the way around them', () => {
    const text =
      '\nThe attempted operation violated one or more enforced policies, described below:\n\nPolicy: A: B\n- Description:\n    - not a violation\n- Violations:\n    - one\n    - two\n\n1 additional policy depends on image enrichment results and will be evaluated only after the above violations are addressed.\n\nIn case of emergency, add the annotation {"admission.stackrox.io/break-glass": "ticket-1234"}\n';
    expect(readDenial(webhook('policyeval.stackrox.io', text))).toEqual([
      { engine: 'stackrox', policy: 'A: B', message: 'one\ntwo' },
    ]);
  });

  it('reads the reasons of our own webhook, and its warnings', () => {
    const text =
      'Security Posture refuses Deployment shop for 2 reasons:\n- [gate.fixable-high] 3 vulnerabilities can be fixed.\n  Fix: Upgrade.\n- [pod.sa.default] shop uses it.\nOwner: Payments';
    expect(readDenial(webhook('security-posture.acme.example', text))).toEqual([
      {
        engine: 'security-posture',
        policy: 'gate.fixable-high',
        message: '3 vulnerabilities can be fixed.',
      },
      {
        engine: 'security-posture',
        policy: 'pod.sa.default',
        message: 'shop uses it.',
      },
    ]);
    expect(
      readViolations('[deploy.privileged] shop runs privileged. Remove it'),
    ).toEqual([
      {
        engine: 'security-posture',
        policy: 'deploy.privileged',
        message: 'shop runs privileged. Remove it',
      },
    ]);
  });

  it('keeps what any other webhook says', () => {
    expect(readDenial(webhook('ports.example', '[a] no'))).toEqual([
      { engine: 'webhook', policy: 'ports.example', message: '[a] no' },
    ]);
    expect(
      readDenial(
        'admission webhook "ports.example" denied the request without explanation',
      ),
    ).toEqual([{ engine: 'webhook', policy: 'ports.example' }]);
  });

  it.each([
    'pods is forbidden: User "jane" cannot create resource "pods"',
    'pods "a" is forbidden: exceeded quota: cpu',
    'Internal error occurred: failed calling webhook "validate.kyverno.svc-fail"',
    '',
  ])('sees no policy in %j', message => {
    expect(readDenial(message)).toEqual([]);
  });

  it('comes to an end with texts that are made to be slow', () => {
    for (const part of [
      'Policy ',
      '[a',
      '\n[a] ',
      'resource a/',
      '; Policy a failed',
      '"(',
      "ValidatingAdmissionPolicy '",
      '- [',
      '&a [*a,',
      '? ',
    ]) {
      const text = part.repeat(20_000);
      expect(readViolations(text.slice(0, 64 * 1024))).toEqual(
        expect.any(Array),
      );
      for (const name of [
        'validate.kyverno.svc-fail',
        'validation.gatekeeper.sh',
        'policyeval.stackrox.io',
      ]) {
        for (const message of [
          text,
          `resource Pod/a/b was blocked due to the following policies\n${text}`,
        ]) {
          expect(readDenial(webhook(name, message))).not.toEqual([]);
        }
      }
    }
  });
});
