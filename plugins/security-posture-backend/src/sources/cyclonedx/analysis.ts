import {
  plainText,
  type SourceVexStatement,
  type Suppression,
} from 'backstage-plugin-security-posture-node';
import type { Vulnerability } from './schema';
import type { Target } from './target';

const reasons = new Map<string, Suppression['reason']>([
  ['false_positive', 'false-positive'],
  ['not_affected', 'not-affected'],
  ['resolved', 'not-affected'],
  ['resolved_with_pedigree', 'not-affected'],
]);

const vexStatus = new Map<string, SourceVexStatement['status']>([
  ['exploitable', 'affected'],
  ['false_positive', 'not-affected'],
  ['in_triage', 'under-investigation'],
  ['not_affected', 'not-affected'],
  ['resolved', 'fixed'],
  ['resolved_with_pedigree', 'fixed'],
]);

/** Whether the analysis says that the vulnerability counts, or may yet. */
export function isCounting({ analysis }: Vulnerability): boolean {
  return analysis?.state === 'exploitable' || analysis?.state === 'in_triage';
}

/** Why a finding does not count, by the document's own word. */
export function readSuppression(
  { analysis, rejected }: Vulnerability,
  target: Target,
): Suppression | undefined {
  const state = analysis?.state ?? '';
  if (vexStatus.has(state)) {
    const reason = reasons.get(state);
    const said = analysis?.detail ?? analysis?.justification;
    const statement = state.startsWith('resolved')
      ? ['Resolved', said].filter(Boolean).join(': ')
      : said;
    return reason
      ? { reason, ...(statement ? { statement: plainText(statement) } : {}) }
      : undefined;
  }
  if (rejected) {
    return {
      reason: 'not-affected',
      statement: `The advisory was rejected on ${rejected.slice(0, 10)}`,
    };
  }
  return target.unaffected
    ? {
        reason: 'not-affected',
        statement: 'The document names unaffected versions only',
      }
    : undefined;
}

/** Who speaks in a VEX document, and when, where a statement does not say. */
export interface VexOrigin {
  author: string | undefined;
  at: string | undefined;
}

/** A vulnerability of a stand-alone VEX document as a statement. */
export function readVexStatement(
  { id, analysis }: Vulnerability,
  aliases: string[],
  targets: Target[],
  { author, at }: VexOrigin,
): SourceVexStatement | undefined {
  const status = vexStatus.get(analysis?.state ?? '');
  if (!status || targets.length === 0) return undefined;
  return {
    vulnerability: id,
    aliases,
    products: [...new Set(targets.map(({ product }) => product))],
    status,
    justification: analysis?.justification,
    statement: analysis?.detail ? plainText(analysis.detail) : undefined,
    author,
    at: analysis?.lastUpdated ?? analysis?.firstIssued ?? at,
  };
}
