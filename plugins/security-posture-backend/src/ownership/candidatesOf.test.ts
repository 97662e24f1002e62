import type { Subject } from 'backstage-plugin-security-posture-common';
import { candidatesOf, type Unclaimed } from './candidatesOf';
import { ComponentNames } from './ComponentNames';

const names = ComponentNames.of([
  { entityRef: 'component:default/checkout', systemRef: 'system:default/shop' },
  { entityRef: 'component:default/checkout-service' },
  { entityRef: 'component:default/cart-service' },
  {
    entityRef: 'component:default/ledger',
    sourceRepository: 'github.com/acme/books',
  },
]);

const workload = (name: string, parts: Partial<Subject> = {}): Subject => ({
  kind: 'workload',
  workloadKind: 'Deployment',
  name,
  ...parts,
});

const candidates = (subject: Subject, parts: Partial<Unclaimed> = {}) =>
  candidatesOf(
    { subject, labels: {}, images: [], neighbours: new Map(), ...parts },
    names,
  ).map(({ entityRef, reasons }) => [entityRef.split('/')[1], ...reasons]);

describe('candidatesOf', () => {
  it('goes by the name, the same before a part of it', () => {
    expect(candidates(workload('checkout-service'))).toEqual([
      ['checkout-service', 'checkout-service is named like it'],
      ['checkout', 'checkout-service is named like it'],
    ]);
  });

  it('goes by the end of the path of an image', () => {
    expect(candidates({ kind: 'image', name: 'ghcr.io/acme/ledger' })).toEqual([
      ['ledger', 'ledger is named like it'],
    ]);
  });

  it('knows where the source of a component lies', () => {
    expect(
      candidates({ kind: 'repository', name: 'github.com/acme/books' }),
    ).toEqual([['ledger', 'Its source is github.com/acme/books']]);
  });

  it('goes by labels', () => {
    expect(
      candidates(workload('x1'), {
        labels: { 'app.kubernetes.io/name': 'ledger', tier: 'checkout' },
      }),
    ).toEqual([['ledger', 'Label app.kubernetes.io/name: ledger']]);
  });

  it('goes by the images that it runs, and who claims them', () => {
    const images = [
      {
        name: 'ghcr.io/acme/base',
        entityRefs: ['component:default/ledger', 'component:default/hidden'],
      },
      { name: 'ghcr.io/acme/checkout', entityRefs: [] },
    ];
    expect(candidates(workload('x1'), { images })).toEqual([
      ['ledger', 'It runs its image ghcr.io/acme/base'],
      ['checkout', 'Its image ghcr.io/acme/checkout is named like it'],
      ['checkout-service', 'Its image ghcr.io/acme/checkout is named like it'],
    ]);
  });

  it('goes by the namespace: who is there, and how it is called', () => {
    expect(
      candidates(workload('x1', { namespace: 'shop' }), {
        neighbours: new Map([
          ['component:default/ledger', 3],
          ['component:default/hidden', 1],
        ]),
      }),
    ).toEqual([
      ['ledger', '3 of 4 others in namespace shop belong to it'],
      ['checkout', 'Namespace shop is named like its system'],
    ]);
  });

  it('adds up what speaks for a component, the strongest first', () => {
    const [best] = candidatesOf(
      {
        subject: workload('checkout', { namespace: 'shop' }),
        labels: { app: 'checkout' },
        images: [],
        neighbours: new Map(),
      },
      names,
    );
    expect(best).toEqual({
      entityRef: 'component:default/checkout',
      score: 0.78,
      reasons: [
        'checkout is named like it',
        'Label app: checkout',
        'Namespace shop is named like its system',
      ],
    });
  });

  it('finds nobody where nothing resembles', () => {
    expect(candidates(workload('zebra', { namespace: 'zoo' }))).toEqual([]);
    expect(candidates({ kind: 'node', name: 'worker-1' })).toEqual([]);
  });
});
