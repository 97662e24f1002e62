import { mergeYaml } from './mergeYaml';

describe('mergeYaml', () => {
  it.each([
    ['nothing', [], ''],
    ['one piece', ['a:\n  b: 1\n'], 'a:\n  b: 1'],
    [
      'mappings',
      ['a:\n  b: 1', 'a:\n  c: 2\nd: 3'],
      'a:\n  b: 1\n  c: 2\nd: 3',
    ],
    [
      'lists',
      ['a:\n  - x\n  - y', 'a:\n  - y\n  - z'],
      'a:\n  - x\n  - y\n  - z',
    ],
    [
      'items by name',
      ['a:\n  - name: x\n    b: 1', 'a:\n  - name: x\n    c: 2'],
      'a:\n  - name: x\n    b: 1\n    c: 2',
    ],
    ['what disagrees', ['a: 1', 'a: 2'], 'a: 1'],
    ['what differs in form', ['a: 1', 'a:\n  b: 2'], 'a: 1'],
    ['the same twice', ['a: 1', 'a: 1'], 'a: 1'],
    [
      'whole objects',
      ['kind: NetworkPolicy\nspec: {}', 'a: 1'],
      'a: 1\n---\nkind: NetworkPolicy\nspec: {}',
    ],
    ['what is no YAML', ['a: [', 'b: 1'], 'b: 1\n---\na: ['],
  ])('merges %s', (_, pieces, merged) => {
    expect(mergeYaml(pieces)).toBe(merged);
  });
});
