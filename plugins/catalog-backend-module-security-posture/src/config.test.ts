import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readConfig } from './config';

const read = (securityPosture?: JsonObject) =>
  readConfig(
    mockServices.rootConfig({
      data: {
        catalog: { processors: securityPosture ? { securityPosture } : {} },
      },
    }),
  );

const rule = {
  to: 'security-posture.io/images',
  template: 'ghcr.io/acme/{{ metadata.name }}',
};

describe('the configuration', () => {
  it('may be absent', () => {
    expect(readConfig(mockServices.rootConfig())).toEqual({ copy: [] });
    expect(read()).toEqual({ copy: [] });
    expect(read({})).toEqual({ copy: [] });
    expect(read({ copy: [] })).toEqual({ copy: [] });
  });

  it('holds rules', () => {
    const rest = {
      kinds: ['component'],
      types: ['service'],
      unless: 'acme.io/not',
    };
    expect(read({ copy: [{ ...rule, ...rest }, rule] }).copy).toEqual([
      { to: rule.to, template: expect.anything(), ...rest },
      { to: rule.to, template: expect.anything() },
    ]);
  });

  it.each<[string, JsonObject, string]>([
    ['copy', { copy: 'x' }, 'copy: Invalid input: expected array'],
    ['an unknown key', { copies: [] }, 'securityPosture: Unrecognized key'],
    [
      'an unknown key of a rule',
      { copy: [{ ...rule, unles: 'a' }] },
      'copy[0]: Unrecognized key: "unles"',
    ],
    [
      'no template',
      { copy: [{ to: rule.to }] },
      'copy[0].template: Invalid input: expected string',
    ],
    [
      'a template',
      { copy: [rule, { ...rule, template: '{{ __proto__.x }}' }] },
      "copy[1].template: '__proto__.x' is no field of an entity",
    ],
    [
      'an annotation',
      { copy: [{ ...rule, to: 'security-posture.io/image' }] },
      'copy[0].to: must be one of security-posture.io/images, security-posture.io/repositories, security-posture.io/workloads, security-posture.io/tier',
    ],
    [
      'a kind',
      { copy: [{ ...rule, kinds: ['Component', 'API'] }] },
      'copy[0].kinds[1]: must be Component or Resource',
    ],
    ['no kinds', { copy: [{ ...rule, kinds: [] }] }, 'copy[0].kinds: '],
    ['a type', { copy: [{ ...rule, types: [1] }] }, 'copy[0].types[0]: '],
    ['unless', { copy: [{ ...rule, unless: '' }] }, 'copy[0].unless: '],
  ])('is refused with the key for %s', (_, data, message) => {
    expect(() => read(data)).toThrow(
      `Invalid configuration: catalog.processors.securityPosture`,
    );
    expect(() => read(data)).toThrow(message);
  });

  it('is refused with every key that is wrong', () => {
    const data = {
      copy: [
        { ...rule, template: '' },
        { ...rule, to: 'x' },
      ],
    };
    expect(() => read(data)).toThrow(/copy\[0\]\.template.*copy\[1\]\.to/);
  });
});
