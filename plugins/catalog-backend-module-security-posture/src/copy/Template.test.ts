import type { Entity } from '@backstage/catalog-model';
import { Template, TemplateError } from './Template';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    annotations: {
      'acme.io/image': ' ghcr.io/acme/shop-api ',
      'acme.io/odd': '{{ metadata.name }}$&$1',
      'acme.io/empty': '  ',
      'acme.io/long': 'a'.repeat(4_000),
    },
    labels: { tier: '2' },
    tags: ['java'],
  },
  spec: {
    type: 'service',
    owner: 'group:default/payments',
    replicas: 3,
    public: false,
    nothing: null,
    nested: { deep: { er: 'x' } },
  },
};

const render = (text: string, of: Entity = entity) =>
  Template.parse(text).render(of);

describe('templates', () => {
  it.each([
    ['ghcr.io/acme/{{ metadata.name }}', 'ghcr.io/acme/shop'],
    ['{{metadata.name}}-{{  spec.type  }}', 'shop-service'],
    ['{{ kind }} of {{ apiVersion }}', 'Component of backstage.io/v1alpha1'],
    ["{{ metadata.annotations['acme.io/image'] }}", 'ghcr.io/acme/shop-api'],
    ['{{ metadata["labels"]["tier"] }}', '2'],
    ['{{ metadata.labels.tier }}', '2'],
    ['{{ spec.owner }}', 'group:default/payments'],
    ['{{ spec.replicas }}/{{ spec.public }}', '3/false'],
    ['{{ spec.nested.deep.er }}', 'x'],
    ['{{ metadata.namespace }}/{{ metadata.name }}', 'default/shop'],
    [' plain {text} ', 'plain {text}'],
  ])('%s becomes %s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });

  it('read the namespace that an entity has', () => {
    const metadata = { ...entity.metadata, namespace: 'web' };
    expect(render('{{ metadata.namespace }}', { ...entity, metadata })).toBe(
      'web',
    );
  });

  it.each([
    '{{ spec.system }}',
    '{{ spec.type.name }}',
    '{{ spec.nested }}',
    '{{ spec.nothing }}',
    '{{ metadata.tags }}',
    '{{ metadata.tags.length }}',
    '{{ metadata.name.length }}',
    "{{ metadata.annotations['acme.io/empty'] }}",
    "{{ metadata.annotations['acme.io/missing'] }}",
    '{{ metadata.__proto__ }}',
    '{{ metadata.__proto__.constructor.name }}',
    '{{ spec.constructor.name }}',
    "{{ metadata['__proto__']['toString'] }}",
    '{{ kind.constructor.name }}',
  ])('%s becomes nothing', text => {
    expect(render(`ghcr.io/${text}`)).toBeUndefined();
  });

  it('take what a field holds as it is', () => {
    expect(render("{{ metadata.annotations['acme.io/odd'] }}")).toBe(
      '{{ metadata.name }}$&$1',
    );
  });

  it('become nothing that is too long', () => {
    const path = "{{ metadata.annotations['acme.io/long'] }}";
    expect(render(path)).toHaveLength(4_000);
    expect(render(`${path}${path}`)).toBeUndefined();
  });

  it('read an entity without a spec', () => {
    const { spec, ...bare } = entity;
    expect(render('{{ spec.type }}', bare)).toBeUndefined();
    expect(render('{{ kind }}', bare)).toBe('Component');
  });

  it.each([
    ['', 'is empty'],
    ['   ', 'is empty'],
    ['a'.repeat(1_001), 'is longer than 1000 characters'],
    ['{{'.repeat(500), "'{{' has no }}, or has {{ within"],
    ['a {{ metadata.name', "'{{ metadata.name' has no }}, or has {{ within"],
    ['a }} b', "'}}' ends nothing"],
    ['{{ kind }} }}', "'}}' ends nothing after '{{ kind }}'"],
    ['{{ {{ metadata.name }} }}', "'{{ ' has no }}, or has {{ within"],
    ['{{ metadata.{{ kind }} }}', 'has {{ within'],
    ['{{{ metadata.name }}}', "'{ metadata.name' is no field of an entity"],
    ['{{}}', "'' is no field of an entity"],
    ['{{ __proto__.x }}', "'__proto__.x' is no field of an entity"],
    ['{{ constructor }}', 'is no field of an entity'],
    ['{{ process.env.TOKEN }}', 'is no field of an entity'],
    ['{{ metadatas.name }}', 'is no field of an entity'],
    ['{{ metadata.name | upper }}', "cannot be read from ' | upper' on"],
    ['{{ metadata..name }}', "cannot be read from '..name' on"],
    ['{{ metadata.annotations.acme.io/image }}', "from '/image' on"],
    ["{{ metadata['a] }}", "cannot be read from '['a]' on"],
    ['{{ metadata.tags[0] }}', "cannot be read from '[0]' on"],
    ["{{ metadata['a'](1) }}", "cannot be read from '(1)' on"],
  ])('%p is refused', (text, reason) => {
    expect(() => Template.parse(text)).toThrow(TemplateError);
    expect(() => Template.parse(text)).toThrow(reason);
  });
});
