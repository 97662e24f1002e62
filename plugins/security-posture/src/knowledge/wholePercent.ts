/** A share as a whole percentage, rounded down: 100 means all of it. */
export function wholePercent(share: number): string {
  // A share such as 0.29 is a hair less than it looks.
  return Math.floor(share * 100 + 1e-9).toString();
}
