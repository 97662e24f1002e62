import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type {
  Exception,
  ExceptionRequest,
} from 'backstage-plugin-security-posture-common';
import { readImageReference } from 'backstage-plugin-security-posture-node';
import { isCve, vulnerabilityId } from '../model/vulnerabilityId';

/** What an organisation allows. */
export interface ExceptionRules {
  /** How many days ahead a risk can be accepted at most. */
  maxDays: number;
  /** How many days before its end people are told. */
  warnDays: number;
  /** Whether the approver must be someone else than the requester. */
  fourEyes: boolean;
}

export const defaultExceptionRules: ExceptionRules = {
  maxDays: 365,
  warnDays: 7,
  fourEyes: true,
};

/** A finding that a request is about. */
export interface DraftFinding {
  id: string;
  problem: string;
  fixable: boolean;
  subject: { kind: string; name: string };
  entityRefs: string[];
  /** The systems of these components. */
  systemRefs: string[];
}

export type ExceptionDraft = Pick<
  Exception,
  'kind' | 'target' | 'scope' | 'reason' | 'until'
>;

const DAY = 86_400_000;
const DEFAULT_DAYS = 90;

/**
 * Reads a request by the rules. What it leaves out is filled in where the
 * finding leaves no choice.
 *
 * @throws InputError that names the field and what was expected
 */
export function draftException(
  request: ExceptionRequest,
  finding: DraftFinding | undefined,
  rules: ExceptionRules,
  now: Date,
): ExceptionDraft {
  const scope = scopeOf(request, finding);
  const until = untilOf(request, rules, now);
  if (scope.kind === 'finding' && until.kind === 'fix' && finding?.fixable) {
    throw new InputError(
      'until: there is a fix already; expected a date for a risk accepted until it is built in',
    );
  }
  return {
    kind: request.kind,
    target: targetOf(request, finding),
    scope,
    reason: request.reason,
    until,
  };
}

function targetOf(
  { target, scope }: ExceptionRequest,
  finding: DraftFinding | undefined,
): Exception['target'] {
  if (finding) {
    const { id, problem } = finding;
    return scope.kind === 'finding' ? { findingId: id, problem } : { problem };
  }
  if ('checkId' in target) return { checkId: target.checkId };
  return 'problem' in target ? { problem: spelling(target.problem) } : {};
}

function spelling(problem: string): string {
  const id = vulnerabilityId(problem);
  return isCve(id) || id.startsWith('GHSA-') ? id : problem;
}

function scopeOf(
  { scope, target }: ExceptionRequest,
  finding: DraftFinding | undefined,
): Exception['scope'] {
  const { kind, ref } = scope;
  const isCheck = 'checkId' in target;
  switch (kind) {
    case 'finding':
      if (!finding) {
        throw new InputError(
          'scope.kind: finding goes with a target.findingId only',
        );
      }
      if (ref && 'findingId' in target && ref !== target.findingId) {
        throw new InputError('scope.ref: differs from target.findingId');
      }
      return { kind };
    case 'everywhere':
      if (ref) throw new InputError('scope.ref: everywhere takes none');
      return { kind };
    case 'image':
      if (isCheck) {
        throw new InputError(
          'scope.kind: a check is judged on a component, a system or everywhere',
        );
      }
      return { kind, ref: imageLine(ref, finding) };
    case 'component':
      return { kind, ref: entityRef(kind, ref, finding?.entityRefs) };
    default:
      return { kind, ref: entityRef(kind, ref, finding?.systemRefs) };
  }
}

function imageLine(
  ref: string | undefined,
  finding: DraftFinding | undefined,
): string {
  if (ref === undefined && finding?.subject.kind === 'image') {
    return finding.subject.name;
  }
  const image = readImageReference(ref);
  if (!image || image.tag || image.digest) {
    throw new InputError(
      'scope.ref: expected an image line without tag and digest, such as ghcr.io/acme/shop',
    );
  }
  return image.name;
}

function entityRef(
  kind: 'component' | 'system',
  ref: string | undefined,
  candidates: string[] = [],
): string {
  if (ref === undefined) {
    const [only, ...others] = candidates;
    if (only && others.length === 0) return only;
    throw new InputError(
      `scope.ref: expected the entity reference of a ${kind}${
        candidates.length > 0 ? `, one of ${candidates.join(', ')}` : ''
      }`,
    );
  }
  const parsed = parse(ref, kind);
  if (!parsed || (kind === 'system' && !parsed.startsWith('system:'))) {
    throw new InputError(
      `scope.ref: expected an entity reference such as ${kind}:default/shop`,
    );
  }
  return parsed;
}

function parse(ref: string, defaultKind: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
    );
  } catch {
    return undefined;
  }
}

function untilOf(
  { kind, until }: ExceptionRequest,
  { maxDays }: ExceptionRules,
  now: Date,
): Exception['until'] {
  if (kind === 'false-positive') {
    if (until && until.kind !== 'never') {
      throw new InputError(
        'until: a false positive has no expiry; expected {"kind": "never"} or none',
      );
    }
    return { kind: 'never' };
  }
  if (until?.kind === 'never') {
    throw new InputError(
      'until: an accepted risk ends; expected a date or a fix',
    );
  }
  if (until?.kind === 'fix') return { kind: 'fix' };
  const days = Math.min(DEFAULT_DAYS, maxDays);
  const at = until?.at
    ? new Date(until.at)
    : new Date(now.getTime() + days * DAY);
  if (at.getTime() <= now.getTime()) {
    throw new InputError('until.at: expected a time in the future');
  }
  if (at.getTime() > now.getTime() + maxDays * DAY) {
    throw new InputError(
      `until.at: a risk can be accepted for ${maxDays} days at most`,
    );
  }
  return { kind: 'date', at: at.toISOString() };
}
