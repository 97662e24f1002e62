import { owner } from './__testUtils__/ownershipCases';
import { OwnerDirectory } from './OwnerDirectory';

const directory = OwnerDirectory.of([
  owner('ann', {
    kind: 'User',
    title: 'Ann Lee',
    email: 'Ann@acme.example',
  }),
  owner('payments', { kind: 'User' }),
  owner('payments', {
    title: 'Team Money',
    email: 'pay@acme.example',
    chat: '#pay',
    members: ['user:default/ann', 'component:default/shop'],
    children: ['group:default/refunds'],
  }),
  owner('payments', { namespace: 'emea', members: [] }),
  owner('refunds', {
    members: ['user:default/ann', 'user:default/Bob'],
    children: ['group:default/payments'],
  }),
  { ...owner('silent'), relations: undefined },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop' },
  },
]);

const refs = (text: string) =>
  directory.find(text).map(({ entityRef }) => entityRef);

describe('OwnerDirectory', () => {
  const all = [
    'group:default/payments',
    'group:emea/payments',
    'user:default/payments',
  ];

  it.each([
    ['group:default/payments', ['group:default/payments']],
    ['Group:EMEA/Payments', ['group:emea/payments']],
    ['payments', all],
    ['Payments Team', all],
    ['@acme/team-payments', all],
    ['group:elsewhere/payments', all],
    ['money', ['group:default/payments']],
    ['ann lee', ['user:default/ann']],
    ['ANN@ACME.example', ['user:default/ann']],
    ['mailto:pay@acme.example', ['group:default/payments']],
    ['#PAY', ['group:default/payments']],
    ['shop', []],
    ['', []],
    ['team', []],
  ])('finds whom %j means', (text, expected) => {
    expect(refs(text)).toEqual(expected);
  });

  it.each(['ann@other.example', '#payments', 'https://chat.example/payments'])(
    'takes no address for the name at its end: %s',
    text => {
      expect(refs(text)).toEqual([]);
    },
  );

  it('counts each person in a group and the groups below it once, in a circle too', () => {
    expect(directory.memberCountOf('group:default/payments')).toBe(2);
    expect(directory.memberCountOf('group:default/refunds')).toBe(2);
    expect(directory.memberCountOf('group:emea/payments')).toBe(0);
  });

  it('counts nothing where the catalog says nothing', () => {
    expect(directory.memberCountOf('group:default/silent')).toBeUndefined();
    expect(directory.memberCountOf('user:default/ann')).toBeUndefined();
    expect(directory.memberCountOf('group:default/nobody')).toBeUndefined();
  });

  it('knows members of the groups below', () => {
    expect(
      directory.isMember('user:default/bob', 'group:default/payments'),
    ).toBe(true);
    expect(directory.isMember('user:default/bob', 'group:emea/payments')).toBe(
      false,
    );
  });

  it('holds the ways to reach an owner', () => {
    expect(directory.get('GROUP:default/payments')).toMatchObject({
      name: 'Team Money',
      email: 'pay@acme.example',
      chat: { title: '#pay' },
      isGroup: true,
    });
  });
});
