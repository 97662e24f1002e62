export type Tally = Record<string, number>;

/** How often each word occurs; undefined counts as none. */
export function tally(words: (string | undefined)[]): Tally {
  const counts: Tally = {};
  for (const word of words) {
    if (word !== undefined) counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

/** The counts under our spelling of the words. Counts of 0 are left out. */
export function spelt(
  counts: Record<string, number>,
  spell: (word: string) => string,
): Tally {
  const result: Tally = {};
  for (const [word, count] of Object.entries(counts)) {
    const ours = spell(word);
    if (count > 0) result[ours] = (result[ours] ?? 0) + count;
  }
  return result;
}

/** All counts together. */
export function plus(...tallies: Tally[]): Tally {
  return tally(
    tallies.flatMap(counts =>
      Object.entries(counts).flatMap(([word, count]) =>
        new Array<string>(count).fill(word),
      ),
    ),
  );
}

/** The sum of the counts. */
export function total(counts: Partial<Record<string, number>>): number {
  return Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0);
}

/** The counts without those that are 0 or unknown. */
export function nonZero(counts: Partial<Record<string, number>>): Tally {
  const kept: Tally = {};
  for (const [word, count = 0] of Object.entries(counts)) {
    if (count > 0) kept[word] = count;
  }
  return kept;
}

export function multiplied(counts: Tally, times: number): Tally {
  return Object.fromEntries(
    Object.entries(counts).map(([word, count]) => [word, count * times]),
  );
}
