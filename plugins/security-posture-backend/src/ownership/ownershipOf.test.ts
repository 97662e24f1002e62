import { defaultPolicyRules } from '../model/policyRules';
import {
  directory,
  namespaceObject,
  service,
  shop,
  workload,
} from './__testUtils__/ownershipCases';
import { ownershipOf, type OwnershipFacts } from './ownershipOf';

const judge = (facts: Partial<OwnershipFacts> = {}) =>
  ownershipOf(
    {
      workload: workload(),
      services: [],
      components: [shop],
      ownerAnnotations: defaultPolicyRules.ownerAnnotations,
      ...facts,
    },
    directory,
  );

const annotated = (annotations: Record<string, string>) => ({
  workload: workload({ annotations }),
});

const inPods = (podAnnotations: Record<string, string>) => ({
  workload: workload({
    configuration: {
      source: 'kubernetes',
      containers: [],
      settings: { podAnnotations, podLabels: { app: 'checkout' } },
    },
  }),
});

const unowned = { entityRef: 'component:default/orphan', tags: [] };

describe('ownershipOf', () => {
  it.each<[string, Partial<OwnershipFacts>, string]>([
    ['the workload', annotated({ 'a8r.io/owner': 'Payments' }), 'workload'],
    [
      'a label',
      { workload: workload({ labels: { team: 'payments' } }) },
      'workload',
    ],
    ['its pods', inPods({ owner: 'group:default/payments' }), 'pods'],
    [
      'a Service',
      { services: [service({ team: 'payments-team' })] },
      'service',
    ],
    ['the address', annotated({ email: 'payments@acme.example' }), 'workload'],
    ['the chat', annotated({ 'a8r.io/chat': '#pay' }), 'workload'],
    [
      'the address of a member',
      annotated({ email: 'ann@acme.example' }),
      'workload',
    ],
  ])('is owned by what %s names', (_, facts, where) => {
    expect(judge(facts)).toMatchObject({
      outcome: 'owned',
      owner: {
        entityRef: 'group:default/payments',
        name: 'Payments',
        email: 'payments@acme.example',
        chat: { title: '#pay' },
      },
      source: { where },
    });
  });

  it('inherits an owner from the namespace alone', () => {
    expect(
      judge({ namespace: namespaceObject({ owner: 'payments' }) }),
    ).toEqual({
      outcome: 'inherited',
      owner: directory.get('group:default/payments'),
      source: {
        where: 'namespace',
        object: 'shop',
        key: 'owner',
        value: 'payments',
      },
      message: 'owner on namespace shop names payments, as the catalog does',
    });
  });

  it('takes no owner from a Service that selects other pods', () => {
    expect(
      judge({ services: [service({ team: 'payments' }, { app: 'cart' })] })
        .outcome,
    ).toBe('missing');
  });

  it('prefers what is closer', () => {
    const facts = {
      ...annotated({ owner: 'checkout' }),
      namespace: namespaceObject({ owner: 'payments' }),
    };
    expect(judge(facts)).toMatchObject({
      outcome: 'contradicting',
      owner: { entityRef: 'group:default/payments' },
      source: { where: 'workload', key: 'owner', value: 'checkout' },
      message:
        'owner on the workload names checkout, Checkout Crew, but the catalog says Payments',
    });
  });

  it('lets no unknown mailbox overrule a name that stands further away', () => {
    const facts = annotated({ email: 'ops@vendor.example' });
    expect(judge(facts).outcome).toBe('unresolvable');
    expect(
      judge({ ...facts, namespace: namespaceObject({ owner: 'payments' }) })
        .outcome,
    ).toBe('inherited');
  });

  it('takes the address of somebody else for another owner', () => {
    const facts = annotated({ email: 'ann@acme.example' });
    const components = [{ ...shop, ownerRef: 'group:default/checkout' }];
    expect(judge({ ...facts, components }).outcome).toBe('contradicting');
  });

  it('misses an owner, and says whom the catalog names', () => {
    expect(judge()).toMatchObject({
      outcome: 'missing',
      owner: { entityRef: 'group:default/payments' },
      source: {
        where: 'catalog',
        object: 'component:default/shop',
        key: 'spec.owner',
        value: 'group:default/payments',
      },
      message: 'Nothing names its owner',
    });
  });

  it.each([
    [{ owner: ' ' }, 'owner on the workload is empty'],
    [{ email: 'payments' }, 'email on the workload is no address: payments'],
  ])('says what is wrong with %j', (annotations, message) => {
    expect(judge(annotated(annotations))).toMatchObject({
      outcome: 'missing',
      message,
    });
  });

  it('does not claim to miss what it cannot know', () => {
    const bare = workload({ configuration: undefined });
    expect(judge({ workload: bare }).outcome).toBe('unknown');
    expect(
      judge({
        workload: bare,
        namespace: namespaceObject({ team: 'payments' }),
      }).outcome,
    ).toBe('inherited');
  });

  it('cannot resolve a name that nobody has', () => {
    expect(judge(annotated({ team: 'falcon' }))).toMatchObject({
      outcome: 'unresolvable',
      owner: { entityRef: 'group:default/payments' },
      source: { where: 'workload', value: 'falcon' },
    });
  });

  it('cannot resolve an owner of the catalog that is not there', () => {
    const components = [{ ...shop, ownerRef: 'group:default/nobody' }];
    expect(judge({ components })).toMatchObject({
      outcome: 'unresolvable',
      owner: undefined,
      source: { where: 'catalog', value: 'group:default/nobody' },
    });
    expect(
      judge({ components, ...annotated({ team: 'checkout' }) }),
    ).toMatchObject({
      outcome: 'unresolvable',
      owner: { entityRef: 'group:default/checkout' },
    });
  });

  it('reports a group that nobody is in', () => {
    expect(
      judge({
        ...annotated({ owner: 'ghosts' }),
        components: [{ ...shop, ownerRef: 'group:default/ghosts' }],
      }),
    ).toMatchObject({
      outcome: 'group-without-members',
      owner: { entityRef: 'group:default/ghosts' },
      message: 'Nobody is in ghosts',
    });
  });

  it.each([
    ['component-without-owner', [unowned]],
    ['unmapped', []],
  ])('is %s whatever it names itself', (outcome, components) => {
    expect(judge({ components })).toMatchObject({ outcome, owner: undefined });
    expect(
      judge({ components, ...annotated({ owner: 'checkout' }) }),
    ).toMatchObject({
      outcome,
      owner: { entityRef: 'group:default/checkout' },
    });
  });

  it('may name the owner of any component that shares it', () => {
    const components = [
      unowned,
      shop,
      { ...shop, ownerRef: 'group:default/checkout' },
    ];
    expect(
      judge({ components, ...annotated({ owner: 'checkout' }) }),
    ).toMatchObject({
      outcome: 'owned',
      owner: { entityRef: 'group:default/checkout' },
    });
  });

  it('looks at the keys of the policy alone', () => {
    const facts = annotated({ owner: 'payments', 'acme.example/squad': 'x' });
    expect(
      judge({ ...facts, ownerAnnotations: ['acme.example/squad'] }).outcome,
    ).toBe('unresolvable');
  });
});
