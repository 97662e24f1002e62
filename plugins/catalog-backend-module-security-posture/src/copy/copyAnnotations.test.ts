import type { Entity } from '@backstage/catalog-model';
import { copyAnnotations, type CopyRule } from './copyAnnotations';
import { Template } from './Template';

const IMAGES = 'security-posture.io/images';

const component = (
  annotations?: Record<string, string>,
  parts: Partial<Entity> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', ...(annotations ? { annotations } : {}) },
  spec: { type: 'service' },
  ...parts,
});

const rule = (parts: Partial<CopyRule> = {}, template?: string): CopyRule => ({
  to: IMAGES,
  template: Template.parse(template ?? 'ghcr.io/acme/{{ metadata.name }}'),
  ...parts,
});

const imagesOf = (entity: Entity, ...rules: CopyRule[]) =>
  copyAnnotations(entity, rules).metadata.annotations?.[IMAGES];

describe('copied annotations', () => {
  it('are added to those of an entity, which itself is left alone', () => {
    const entity = component({ 'acme.io/a': 'b' });
    const copied = copyAnnotations(entity, [
      rule(),
      rule({ to: 'security-posture.io/tier' }, '3'),
    ]);
    expect(copied).toEqual(
      component({
        'acme.io/a': 'b',
        [IMAGES]: 'ghcr.io/acme/shop',
        'security-posture.io/tier': '3',
      }),
    );
    expect(entity).toEqual(component({ 'acme.io/a': 'b' }));
    expect(imagesOf(component(), rule())).toBe('ghcr.io/acme/shop');
  });

  it.each(['ghcr.io/acme/own', ''])('never replace %p', own => {
    const entity = component({ [IMAGES]: own });
    expect(copyAnnotations(entity, [rule()])).toBe(entity);
  });

  it('come from the first rule that fits', () => {
    expect(
      imagesOf(
        component({ 'acme.io/image': 'ghcr.io/acme/x' }),
        rule({}, "{{ metadata.annotations['acme.io/none'] }}"),
        rule({}, "{{ metadata.annotations['acme.io/image'] }}"),
        rule(),
      ),
    ).toBe('ghcr.io/acme/x');
  });

  it.each<[string, Entity, Partial<CopyRule>, boolean]>([
    ['a kind', component(), { kinds: ['component'] }, true],
    ['another kind', component(), { kinds: ['Resource'] }, false],
    ['a type', component(), { types: ['library', 'Service'] }, true],
    ['another type', component(), { types: ['library'] }, false],
    [
      'a type where there is none',
      component({}, { spec: {} }),
      { types: ['service'] },
      false,
    ],
    ['unless absent', component(), { unless: 'acme.io/no' }, true],
    [
      'unless present',
      component({ 'acme.io/no': '' }),
      { unless: 'acme.io/no' },
      false,
    ],
    ['unless inherited', component(), { unless: 'constructor' }, true],
    ['a resource', component({}, { kind: 'resource' }), {}, true],
    ['a system', component({}, { kind: 'System' }), {}, false],
    [
      'a system named',
      component({}, { kind: 'API' }),
      { kinds: ['API'] },
      false,
    ],
  ])('heed %s', (_, entity, parts, fits) => {
    expect(imagesOf(entity, rule(parts))).toBe(
      fits ? 'ghcr.io/acme/shop' : undefined,
    );
  });

  it.each(['null', '[]', '"text"', '{"a": 1}', '{"a": {"b": "c"}}'])(
    'leave an entity to the catalog whose annotations are %s',
    annotations => {
      const entity: Entity = JSON.parse(
        `{"apiVersion": "v1", "kind": "Component", "metadata": {"name": "a", "annotations": ${annotations}}}`,
      );
      const before = structuredClone(entity);
      const after = copyAnnotations(entity, [rule()]);
      expect(entity).toEqual(before);
      expect(annotations === 'null' || after === entity).toBe(true);
    },
  );
});
