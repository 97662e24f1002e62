import { InputError } from '@backstage/errors';
import { PayloadTooLargeError } from '../../model/errors';
import { decodeBody, defaultDecodeLimits } from '.';

function valuesOf(body: Buffer, limits = {}) {
  const { documents } = decodeBody(body, {
    limits: { ...defaultDecodeLimits, ...limits },
    isDocument: () => true,
  });
  return documents.map(({ value }) => value);
}

function refusal(text: string, limits: object): string {
  try {
    valuesOf(Buffer.from(text), limits);
  } catch (error) {
    expect(error).toBeInstanceOf(PayloadTooLargeError);
    return /max\w+/.exec(String(error))?.[0] ?? '';
  }
  return 'taken';
}

describe('decodeBody', () => {
  it('reads every character, wherever it lies', () => {
    for (const character of ['é', '€', '😀', '\u2028']) {
      for (let before = 4080; before < 4100; before += 1) {
        const value = [`${'x'.repeat(before)}${character}${'y'.repeat(5000)}`];
        expect(valuesOf(Buffer.from(JSON.stringify(value)))).toEqual([value]);
      }
    }
  });

  it('reads UTF-8 and UTF-16 with a byte order mark', () => {
    const text = '\ufeff{"a":"é"}';
    const swapped = Buffer.from(text, 'utf16le').swap16();
    for (const body of [
      Buffer.from(text),
      Buffer.from(text, 'utf16le'),
      swapped,
    ])
      expect(valuesOf(body)).toEqual([{ a: 'é' }]);
  });

  it.each([
    ['a lone continuation', [0x22, 0x80, 0x22]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['half a character at the end', [0x5b, 0xe2, 0x82]],
  ])('refuses %s', (_, bytes) => {
    expect(() => valuesOf(Buffer.from(bytes))).toThrow(
      new InputError('The body is not valid UTF-8'),
    );
  });

  it('keeps each limit to the last element', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(refusal(nested(5), { maxDepth: 5 })).toBe('taken');
    expect(refusal(nested(6), { maxDepth: 5 })).toBe('maxDepth');
    expect(refusal('{"a":[{"b":{}}]}', { maxDepth: 4 })).toBe('taken');
    expect(refusal('{"a":[{"b":{}}]}', { maxDepth: 3 })).toBe('maxDepth');
    expect(refusal('[1,{"a":2}]', { maxElements: 4 })).toBe('taken');
    expect(refusal('[1,{"a":2}]', { maxElements: 3 })).toBe('maxElements');
    expect(refusal('["\\n234"]', { maxStringLength: 4 })).toBe('taken');
    expect(refusal('["\\n2345"]', { maxStringLength: 4 })).toBe(
      'maxStringLength',
    );
  });

  it('counts the elements of all lines and of all documents', () => {
    const limits = { maxElements: 5 };
    expect(refusal('{"a":1}\n{"b":2}', limits)).toBe('taken');
    expect(refusal('{"a":1}\n{"b":2}\n{"c":3}', limits)).toBe('maxElements');
    expect(refusal('a: 1\n---\nb: [2, 3, 4]', limits)).toBe('maxElements');
  });

  it('refuses a large body of too many elements before it reads it', () => {
    const limits = { maxElements: 1000 };
    // It has no end: only a body that is not read can be too large.
    expect(refusal(`[${'{},'.repeat(1_500_000)}`, limits)).toBe('maxElements');
    expect(refusal(`["\\"${'[,{'.repeat(1_500_000)}"]`, limits)).toBe('taken');
  });
});
