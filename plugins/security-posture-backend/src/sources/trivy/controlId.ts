const CONTROL = /^(?:AVD-)?([A-Z]{2,20})-?(\d{1,8})$/;

/**
 * One spelling for the ids of Trivy's checks: `DS002`, `AVD-DS-0002` and
 * `DS-0002` are `DS-0002`. Other ids stay as they are.
 */
export function controlId(text: string): string {
  const match = CONTROL.exec(text);
  return match ? `${match[1]}-${match[2].padStart(4, '0')}` : text;
}
