/**
 * Splits reports into rounds such that no two of a round share a key. They keep
 * their order: what comes later in a body comes in a later round.
 */
export function inRounds<R>(
  reports: R[],
  keysOf: (report: R) => Iterable<string>,
): R[][] {
  const rounds: R[][] = [];
  const lastRound = new Map<string, number>();
  for (const report of reports) {
    const keys = [...keysOf(report)];
    const round = Math.max(
      0,
      ...keys.map(key => (lastRound.get(key) ?? -1) + 1),
    );
    for (const key of keys) lastRound.set(key, round);
    (rounds[round] ??= []).push(report);
  }
  return rounds;
}
