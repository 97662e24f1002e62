import { z } from 'zod';
import { lenient, requiredLine } from '.';

const Thing = z.object({
  text: lenient.text,
  line: lenient.line,
  number: lenient.number,
  boolean: lenient.boolean,
  texts: lenient.texts,
  timestamp: lenient.timestamp,
  textMap: lenient.textMap,
  part: lenient.part(z.object({ name: requiredLine })),
  list: lenient.list(z.object({ name: requiredLine })),
});

const schemas = [
  ['as it is', Thing],
  ['compiled', z.compile(Thing)],
] as const;

describe.each(schemas)('lenient pieces of a schema %s', (_, schema) => {
  it('read what is there', () => {
    expect(
      schema.parse({
        text: 'a\u0000',
        line: ' a\u0000b\n',
        number: 0,
        boolean: false,
        texts: ['a', 1, 'b'],
        timestamp: '2026-07-10T21:10:27+02:00',
        textMap: { a: 'b', c: 1 },
        part: { name: ' x ', other: 1 },
        list: [{ name: 'x' }, { name: '' }, null, { name: 'y' }],
      }),
    ).toEqual({
      text: 'a\u0000',
      line: 'ab',
      number: 0,
      boolean: false,
      texts: ['a', 'b'],
      timestamp: '2026-07-10T19:10:27.000Z',
      textMap: { a: 'b' },
      part: { name: 'x' },
      list: [{ name: 'x' }, undefined, undefined, { name: 'y' }],
    });
  });

  const keys = Object.keys(Thing.shape);
  const nothing = { texts: [], textMap: {}, list: [] };

  it.each([
    ['absent', {}],
    ['null', Object.fromEntries(keys.map(key => [key, null]))],
    ['of a wrong type', Object.fromEntries(keys.map(key => [key, Symbol()]))],
  ])('take what is %s for nothing', (__, value) => {
    expect(schema.parse(value)).toEqual(nothing);
  });

  it('give each value its own list', () => {
    schema.parse({}).texts.push('a');
    expect(schema.parse({}).texts).toEqual([]);
  });
});

describe('requiredLine', () => {
  it('says what it expected', () => {
    const problem = (value: unknown) =>
      requiredLine.safeParse(value).error?.issues[0].message;
    expect([' a ', '\u200b', 7].map(problem)).toEqual([
      undefined,
      'expected a text',
      'Invalid input: expected string, received number',
    ]);
  });
});
