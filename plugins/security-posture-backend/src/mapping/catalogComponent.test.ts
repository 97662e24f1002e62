import type { Entity } from '@backstage/catalog-model';
import { componentOf } from './catalogComponent';

const entity = (
  metadata: Partial<Entity['metadata']>,
  parts: Partial<Entity> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'Shop', namespace: 'default', ...metadata },
  ...parts,
});
const annotated = (annotations: Record<string, string>) =>
  entity({ annotations });

describe('componentOf', () => {
  it('reads what the catalog says of a component', () => {
    expect(
      componentOf(
        entity(
          { tags: ['java', 'pci'] },
          {
            spec: { type: 'service', lifecycle: 'production' },
            relations: [
              { type: 'ownedBy', targetRef: 'group:default/payments' },
              { type: 'partOf', targetRef: 'system:default/market' },
              { type: 'dependencyOf', targetRef: 'component:default/web' },
              { type: 'dependencyOf', targetRef: 'component:default/app' },
              { type: 'dependsOn', targetRef: 'resource:default/database' },
            ],
          },
        ),
      ),
    ).toEqual({
      entityRef: 'component:default/shop',
      ownerRef: 'group:default/payments',
      systemRef: 'system:default/market',
      type: 'service',
      lifecycle: 'production',
      tags: ['java', 'pci'],
      tier: undefined,
      dependents: 2,
      sourceRepository: undefined,
    });
  });

  it.each<[string, Entity, number | undefined]>([
    ['annotation', annotated({ 'security-posture.io/tier': '2' }), 2],
    ['tag', entity({ tags: ['java', 'tier-1'] }), 1],
    ['tag without a dash', entity({ tags: ['tier3'] }), 3],
    ['number in spec', entity({}, { spec: { tier: 4 } }), 4],
    ['text in spec', entity({}, { spec: { tier: 'Tier 1' } }), undefined],
    ['label', entity({ labels: { tier: 'tier-5' } }), 5],
    [
      'label of another meaning',
      entity({ labels: { tier: 'web' } }),
      undefined,
    ],
    [
      'tag beside such a label',
      entity({ labels: { tier: 'web' }, tags: ['tier1'] }),
      1,
    ],
    [
      'annotation out of range',
      annotated({ 'security-posture.io/tier': '0' }),
      undefined,
    ],
    [
      'annotation before a tag',
      entity({
        annotations: { 'security-posture.io/tier': '3' },
        tags: ['tier-1'],
      }),
      3,
    ],
  ])('reads the tier of a %s', (_, given, tier) => {
    expect(componentOf(given).tier).toBe(tier);
  });

  it.each<[Record<string, string>, string | undefined]>([
    [
      {
        'backstage.io/source-location':
          'url:https://git.acme.example/Pay/Shop/-/tree/main/',
        'github.com/project-slug': 'acme/mirror',
      },
      'git.acme.example/pay/shop',
    ],
    [{ 'github.com/project-slug': 'Acme/Shop' }, 'github.com/acme/shop'],
    [{ 'gitlab.com/project-slug': 'a/b/c' }, 'gitlab.com/a/b/c'],
    [
      {
        'gitlab.com/project-slug': 'a/b',
        'gitlab.com/instance': 'git.acme.example',
      },
      'git.acme.example/a/b',
    ],
    [{ 'backstage.io/source-location': 'file:/catalog/' }, undefined],
  ])('knows where the source of %j lies', (annotations, repository) => {
    expect(componentOf(annotated(annotations)).sourceRepository).toBe(
      repository,
    );
  });
});
