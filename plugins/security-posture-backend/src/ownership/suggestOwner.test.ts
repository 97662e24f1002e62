import { known } from './__testUtils__/ownershipCases';
import type { Ownership } from './ownershipOf';
import { majorityOf, suggestOwner } from './suggestOwner';

const payments = known('group:default/payments');
const checkout = known('group:default/checkout');
const ann = known('user:default/ann');

const siblings = majorityOf([checkout, payments, checkout]);
const images = [
  { owner: ann, imageLine: 'ghcr.io/acme/a', at: '2026-11-01T00:00:00.000Z' },
  {
    owner: payments,
    imageLine: 'ghcr.io/acme/b',
    at: '2026-11-02T00:00:00.000Z',
  },
];
const nothing = { images: [] };

const ownership = (parts: Partial<Ownership> = {}): Ownership => ({
  outcome: 'unmapped',
  message: '',
  ...parts,
});

describe('suggestOwner', () => {
  it.each(['missing', 'contradicting', 'unresolvable'] as const)(
    'suggests the owner of the catalog for what is %s',
    outcome => {
      const source = { where: 'workload', key: 'team', value: 'x' } as const;
      expect(
        suggestOwner(ownership({ outcome, owner: payments, source }), {
          siblings,
          images,
        }),
      ).toMatchObject({
        owner: { entityRef: 'group:default/payments', name: 'Payments' },
        because: 'component',
      });
    },
  );

  it('suggests the catalog whom the workload names', () => {
    expect(
      suggestOwner(
        ownership({ outcome: 'component-without-owner', owner: ann }),
        { siblings, images },
      ),
    ).toMatchObject({
      owner: { entityRef: 'user:default/ann' },
      because: 'annotation',
    });
  });

  it('goes by the namespace before the image', () => {
    expect(suggestOwner(ownership(), { siblings, images })).toEqual({
      owner: {
        entityRef: 'group:default/checkout',
        name: checkout.name,
        email: undefined,
        chat: undefined,
        onCall: undefined,
      },
      because: 'namespace',
      message: 'They own 2 of the 3 owned workloads beside it',
    });
  });

  it('takes the last owner of an image line', () => {
    expect(suggestOwner(ownership(), { images })).toMatchObject({
      owner: { entityRef: 'group:default/payments' },
      because: 'image',
      message: 'They last owned ghcr.io/acme/b',
    });
  });

  it.each(['owned', 'inherited', 'unknown', 'group-without-members'] as const)(
    'suggests nothing for what is %s',
    outcome => {
      expect(
        suggestOwner(ownership({ outcome, owner: payments }), {
          siblings,
          images,
        }),
      ).toBeUndefined();
    },
  );

  it('guesses nothing', () => {
    expect(suggestOwner(ownership(), nothing)).toBeUndefined();
  });
});

describe('majorityOf', () => {
  it('needs more than half', () => {
    expect(majorityOf([checkout, payments])).toBeUndefined();
    expect(majorityOf([])).toBeUndefined();
    expect(majorityOf([checkout])).toEqual({
      owner: checkout,
      count: 1,
      total: 1,
    });
  });
});
