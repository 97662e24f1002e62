/**
 * How a practice stands on a component.
 *
 * - `pass`: judged, and in order
 * - `warn`: judged, and worth mending
 * - `fail`: judged, and broken
 * - `unknown`: nothing tells; never counted as passed, and it lowers coverage
 * - `not-applicable`: the component has nothing that the check could judge
 *
 * @public
 */
export const checkResults = [
  'pass',
  'warn',
  'fail',
  'unknown',
  'not-applicable',
] as const;

/** @public */
export type CheckResult = (typeof checkResults)[number];

/**
 * What an entry of the catalogue is: a `check` is judged on every component, a
 * `feature` is something that the plugin does.
 *
 * @public
 */
export const catalogueKinds = ['check', 'feature'] as const;

/** @public */
export type CatalogueKind = (typeof catalogueKinds)[number];

/**
 * What a check can point at as evidence.
 *
 * @public
 */
export const evidenceKinds = [
  'finding',
  'report',
  'workload',
  'image',
  'repository',
  'decision',
  'alert',
  'attestation',
  'component',
] as const;

/** @public */
export type EvidenceKind = (typeof evidenceKinds)[number];

/**
 * Grades, best first. `?` means that too little is known for any other.
 *
 * @public
 */
export const grades = ['A', 'B', 'C', 'D', 'F', '?'] as const;

/** @public */
export type Grade = (typeof grades)[number];
