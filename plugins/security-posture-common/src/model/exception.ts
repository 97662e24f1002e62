/**
 * What a person says of a finding by asking for an exception.
 *
 * - `accepted`: the risk is real and is taken, until a date or until there is a fix
 * - `false-positive`: there is no such problem; it has no expiry
 *
 * @public
 */
export const exceptionKinds = ['accepted', 'false-positive'] as const;

/** @public */
export type ExceptionKind = (typeof exceptionKinds)[number];

/**
 * Where an exception stands. Only an `approved` one suppresses findings.
 *
 * - `pending`: asked for, not decided
 * - `approved`, `denied`: decided by someone else than the requester
 * - `revoked`: taken back by a person
 * - `expired`: its date has passed
 * - `ended`: there is a fix, or the finding is gone
 *
 * @public
 */
export const exceptionStatuses = [
  'pending',
  'approved',
  'denied',
  'revoked',
  'expired',
  'ended',
] as const;

/** @public */
export type ExceptionStatus = (typeof exceptionStatuses)[number];

/**
 * What an exception covers, narrowest first. A finding of an image line that
 * several components share is covered by scopes `component` and `system` only if
 * every one of these components is.
 *
 * @public
 */
export const exceptionScopes = [
  'finding',
  'image',
  'component',
  'system',
  'everywhere',
] as const;

/** @public */
export type ExceptionScope = (typeof exceptionScopes)[number];

/**
 * Why an exception ended.
 *
 * @public
 */
export const exceptionEndings = [
  'expired',
  'revoked',
  'fix-available',
  'fixed',
] as const;

/** @public */
export type ExceptionEnding = (typeof exceptionEndings)[number];
