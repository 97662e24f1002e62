import { execFileSync } from 'node:child_process';
import type { Subject } from 'backstage-plugin-security-posture-common';
import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { known, workload } from './__testUtils__/ownershipCases';
import { repairOf, shellBundle, yamlBundle } from './repair';
import { shellWord } from './shellWord';

const payments = known('group:default/payments');
const checkout = known('group:default/checkout');
const { subject } = workload();
const deployment = { subject, keys: [] };

/** The arguments that a real shell gives to each call of kubectl in a script. */
function callsOf(script: string): string[][] {
  const listed = execFileSync(
    'sh',
    ['-c', `kubectl() { printf '%s\\0' "$@"; printf '\\001'; }\n${script}`],
    { encoding: 'utf8' },
  );
  return listed
    .split('\u0001')
    .slice(0, -1)
    .map(call => call.split('\0').slice(0, -1));
}

describe('repairOf', () => {
  it('writes the owner on the object and leaves its pods alone', () => {
    const repair = repairOf(deployment, 'a8r.io/owner', payments);
    expect(parse(repair?.patch ?? '')).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'checkout',
        namespace: 'shop',
        annotations: { 'a8r.io/owner': 'payments' },
      },
    });
    expect(callsOf(repair?.kubectl ?? '')).toEqual([
      [
        'annotate',
        '--namespace=shop',
        'deployment.apps/checkout',
        'a8r.io/owner=payments',
      ],
    ]);
  });

  it('overwrites only what it knows to be there', () => {
    const repair = repairOf(
      { ...deployment, keys: ['a8r.io/owner'] },
      'a8r.io/owner',
      payments,
    );
    expect(callsOf(repair?.kubectl ?? '')[0]).toContain('--overwrite');
  });

  it.each([
    ['email', 'payments@acme.example'],
    ['a8r.io/chat', '#pay'],
    ['a8r.io/support', 'payments@acme.example'],
    ['team', 'payments'],
  ])('writes behind %s what it asks for', (key, value) => {
    const { patch = '', kubectl = '' } =
      repairOf(deployment, key, payments) ?? {};
    expect(parse(patch).metadata.annotations).toEqual({ [key]: value });
    expect(callsOf(kubectl)[0]).toContain(`${key}=${value}`);
  });

  it('names people, and groups of other namespaces, in full', () => {
    const { patch = '' } =
      repairOf(deployment, 'owner', known('user:default/ann')) ?? {};
    expect(parse(patch).metadata.annotations.owner).toBe('user:default/ann');
  });

  it('makes up no address', () => {
    expect(repairOf(deployment, 'email', checkout)).toBeUndefined();
    expect(repairOf(deployment, 'a8r.io/chat', checkout)).toBeUndefined();
  });

  it('quotes what YAML 1.1 would read as something else', () => {
    const named = { ...subject, name: 'on', namespace: '1e3' };
    const { patch = '' } =
      repairOf({ ...deployment, subject: named }, 'owner', {
        entityRef: 'group:default/yes',
        name: 'Yes',
      }) ?? {};
    expect(parse(patch, { version: '1.1' }).metadata).toEqual({
      name: 'on',
      namespace: '1e3',
      annotations: { owner: 'yes' },
    });
  });

  it.each<[string, Partial<Subject>, string | undefined]>([
    ['a name with a command in it', { name: 'a; rm -rf /' }, undefined],
    ['a name that is an option', { name: '--all' }, undefined],
    ['a kind that is an option', { workloadKind: '--kubeconfig=x' }, undefined],
    [
      'a namespace with a line break',
      { namespace: 'shop\nkubectl' },
      undefined,
    ],
    ['an unknown kind', { workloadKind: 'Sandwich' }, undefined],
    ['an image line', { kind: 'image' }, undefined],
    ['a version with a command in it', {}, '$(id)/v1'],
  ])('writes no command about %s', (_, parts, apiVersion) => {
    expect(
      repairOf(
        { subject: { ...subject, ...parts }, apiVersion, keys: [] },
        'owner',
        payments,
      ),
    ).toBeUndefined();
  });

  it('takes the version of the inventory for kinds that it does not know', () => {
    const repair = repairOf(
      {
        subject: { ...subject, workloadKind: 'Service' },
        apiVersion: 'serving.knative.dev/v1',
        keys: [],
      },
      'owner',
      payments,
    );
    expect(callsOf(repair?.kubectl ?? '')[0]).toContain(
      'service.serving.knative.dev/checkout',
    );
  });

  it('gives any value unharmed to kubectl and to YAML', () => {
    const chats = fc.sample(
      fc
        .string({ unit: 'binary', minLength: 1 })
        .filter(text => !text.includes('\0') && !text.includes('\u0001')),
      { numRuns: 200, seed: 7 },
    );
    const hostile = [
      "it's",
      '$(id)',
      '`id`',
      'a\nb',
      '"',
      '\\',
      '!',
      '*',
      "''",
    ];
    const titles = [...hostile, ...chats];
    const repairs = titles.flatMap(
      title =>
        repairOf(deployment, 'chat', { ...payments, chat: { title } }) ?? [],
    );
    expect(repairs).toHaveLength(titles.length);
    expect(callsOf(shellBundle(repairs)).map(call => call.at(-1))).toEqual(
      titles.map(title => `chat=${title}`),
    );
    expect(
      parseAllDocuments(yamlBundle(repairs)).map(
        document => document.toJS().metadata.annotations.chat,
      ),
    ).toEqual(titles);
  });
});

describe('bundles', () => {
  const repairs = ['checkout', 'worker'].flatMap(
    name =>
      repairOf(
        { subject: { ...subject, name }, keys: [] },
        'a8r.io/owner',
        payments,
      ) ?? [],
  );

  it('are one YAML stream', () => {
    expect(
      parseAllDocuments(yamlBundle(repairs)).flatMap(
        document => document.toJS()?.metadata.name ?? [],
      ),
    ).toEqual(['checkout', 'worker']);
  });

  it('are one script', () => {
    expect(callsOf(shellBundle(repairs)).map(call => call[2])).toEqual([
      'deployment.apps/checkout',
      'deployment.apps/worker',
    ]);
  });

  it('are harmless without a repair', () => {
    expect(callsOf(shellBundle([]))).toEqual([]);
    expect(
      parseAllDocuments(yamlBundle([])).flatMap(
        document => document.toJS() ?? [],
      ),
    ).toEqual([]);
  });
});

describe('shellWord', () => {
  it.each([
    ['a8r.io/owner=payments', 'a8r.io/owner=payments'],
    ['', "''"],
    ["it's", `'it'\\''s'`],
    ['a b', "'a b'"],
    ['a\0b', 'ab'],
  ])('writes %j as %s', (text, word) => {
    expect(shellWord(text)).toBe(word);
  });
});
