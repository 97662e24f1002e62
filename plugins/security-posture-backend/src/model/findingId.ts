import { fingerprint } from './fingerprint';

/** Enough of a subject's id to keep its rows together; the rest keeps them apart. */
const PREFIX = 10;

export interface FindingIdentity {
  subjectId: string;
  kind: string;
  /** Canonical: the CVE of an alias group, the canonical control. */
  problem: string;
  locus: string;
}

/**
 * The id of a finding, out of what identifies it. It begins with its subject's
 * id: rows of one subject lie side by side in every index, so that a write costs
 * the same however many other subjects there are.
 */
export function findingId(identity: FindingIdentity): string {
  const { subjectId, kind, problem, locus } = identity;
  return within(
    subjectId,
    fingerprint('finding', kind, subjectId, problem, locus),
  );
}

export interface ScopeIdentity {
  subjectId: string;
  source: string;
  kind: string;
  part?: string;
  /** Digest of an image or branch of a repository; empty if there is none. */
  digest: string;
}

/** The id of a scope; begins with its subject's id too. */
export function scopeId(identity: ScopeIdentity): string {
  const { subjectId, source, kind, part = '', digest } = identity;
  return within(
    subjectId,
    fingerprint('scope', source, kind, subjectId, part, digest),
  );
}

/** What the ids of a subject's findings and scopes begin with, as its own does. */
export function subjectPrefix(id: string): string {
  return id.slice(0, PREFIX);
}

function within(subjectId: string, own: string): string {
  return subjectPrefix(subjectId) + own.slice(0, own.length - PREFIX);
}
