/** The earliest of ISO times; undefined if there is none. */
export function earliest(times: (string | undefined)[]): string | undefined {
  return times.flatMap(time => time ?? []).sort()[0];
}

/** The latest of ISO times; undefined if there is none. */
export function latest(times: (string | undefined)[]): string | undefined {
  return times
    .flatMap(time => time ?? [])
    .sort()
    .at(-1);
}

/**
 * The least permissive of what was said. `order` begins with it; to say nothing
 * is as good as its first word.
 */
export function leastPermissive(
  order: readonly string[],
  said: (string | undefined)[],
): string | undefined {
  const rank = (word: string | undefined) =>
    word === undefined ? 0 : Math.max(0, order.indexOf(word));
  // Not by sorting: that puts undefined last, whatever it ranks.
  let [least] = said;
  for (const word of said) {
    const difference = rank(word) - rank(least);
    if (difference < 0 || (difference === 0 && least === undefined)) {
      least = word;
    }
  }
  return least;
}
