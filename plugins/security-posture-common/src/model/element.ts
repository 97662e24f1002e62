/**
 * The kinds of elements that a report holds, as its tool counts them.
 *
 * @public
 */
export const elementKinds = [
  'vulnerability',
  'misconfiguration',
  'secret',
  'licence',
  'code',
  'policy-result',
  'decision',
  'alert',
  'package',
  'workload',
  'attestation',
  'vex-statement',
  'event',
] as const;

/** @public */
export type ElementKind = (typeof elementKinds)[number];
