const NUMBERED = /^(?:AVD-)?([A-Z]+)-?0*(\d+)$/;

/**
 * One spelling for the names of controls: case does not matter, nor how a
 * number is written (`DS002`, `AVD-DS-0002` and `DS-0002` are the same).
 */
export function keyOf(name: string): string {
  const trimmed = name.trim();
  const numbered = NUMBERED.exec(trimmed.toUpperCase());
  return (numbered ? `${numbered[1]}-${numbered[2]}` : trimmed).toLowerCase();
}
