/**
 * What a person found out about a finding. `not-affected` and `false-positive`
 * suppress it.
 *
 * @public
 */
export const triageStatuses = [
  'affected',
  'under-investigation',
  'not-affected',
  'false-positive',
] as const;

/** @public */
export type TriageStatus = (typeof triageStatuses)[number];

/**
 * Why a product is not affected by a vulnerability, as OpenVEX names it.
 *
 * @see https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md#status-justifications
 * @public
 */
export const vexJustifications = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
] as const;

/** @public */
export type VexJustification = (typeof vexJustifications)[number];
