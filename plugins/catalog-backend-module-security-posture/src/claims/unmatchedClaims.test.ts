import type { JsonValue } from '@backstage/types';
import { unmatchedClaims } from './unmatchedClaims';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-26T10:00:00Z');

/** A cache as the catalog keeps it: what a run writes, the next one sees. */
function createRuns(answers: (string[] | Error)[], kept?: JsonValue) {
  let stored = JSON.stringify(kept === undefined ? {} : { unmatched: kept });
  const asked: string[] = [];
  const run = async (now: number) => {
    let written: Record<string, JsonValue> | undefined;
    const cache = {
      get: async (key: string) => JSON.parse(stored)[key],
      set: async (key: string, value: JsonValue) => {
        written = { ...written, [key]: value };
      },
    };
    const unmatched = await unmatchedClaims({
      entityRef: 'component:default/shop',
      cache,
      checker: {
        unmatched: async entityRef => {
          asked.push(entityRef);
          const answer = answers.shift() ?? [];
          if (answer instanceof Error) throw answer;
          return answer;
        },
      },
      now,
    });
    if (written) stored = JSON.stringify(written);
    return [...unmatched];
  };
  return { run, asked };
}

describe('what matches nothing', () => {
  it('is asked in the second run, then once an hour', async () => {
    const { run, asked } = createRuns([['a=b'], ['c=d']]);
    expect(await run(START)).toEqual([]);
    expect(asked).toEqual([]);
    expect(await run(START + 100)).toEqual(['a=b']);
    expect(asked).toEqual(['component:default/shop']);
    expect(await run(START + 200)).toEqual(['a=b']);
    expect(await run(START + HOUR)).toEqual(['a=b']);
    expect(asked).toHaveLength(1);
    expect(await run(START + HOUR + 100)).toEqual(['c=d']);
    expect(asked).toHaveLength(2);
  });

  it('is unknown after a failure, for an hour', async () => {
    const { run, asked } = createRuns([new Error('away'), ['a=b']]);
    await run(START);
    expect(await run(START + 1)).toEqual([]);
    expect(await run(START + 2)).toEqual([]);
    expect(asked).toHaveLength(1);
    expect(await run(START + 1 + HOUR)).toEqual(['a=b']);
  });

  it('is asked again if the last answer comes from the future', async () => {
    const kept = { askedAt: START + 10 * HOUR, unmatched: ['old=x'] };
    const { run } = createRuns([['a=b']], kept);
    expect(await run(START)).toEqual(['a=b']);
  });

  it.each<[string, JsonValue]>([
    ['text', 'x'],
    ['another shape', { askedAt: 'now', unmatched: [] }],
    ['null', null],
  ])('starts anew where the cache holds %s', async (_, kept) => {
    const { run, asked } = createRuns([['a=b']], kept);
    expect(await run(START)).toEqual([]);
    expect(asked).toEqual([]);
    expect(await run(START + 1)).toEqual(['a=b']);
  });
});
