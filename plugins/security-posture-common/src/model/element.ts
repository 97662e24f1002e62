/**
 * The kinds of elements that a report holds, as its tool counts them.
 * `suppressed` are those that the tool itself left out of its result, by an
 * ignore rule or a VEX document; they are kept as suppressed findings.
 *
 * @public
 */
export const elementKinds = [
  'vulnerability',
  'misconfiguration',
  'secret',
  'licence',
  'code',
  'suppressed',
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
