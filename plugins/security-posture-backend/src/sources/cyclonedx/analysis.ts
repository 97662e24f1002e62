import type {
  SourceVexStatement,
  Suppression,
} from 'backstage-plugin-security-posture-node';
import { plainText } from 'backstage-plugin-security-posture-node';
import { packageKey } from '../../model/packageKey';
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

/** What the document says about a vulnerability of one target. */
export interface Assessment {
  vulnerability: Vulnerability;
  /** The id of the vulnerability and its other names. */
  names: string[];
  target: Target;
}

/**
 * The problems that some analysis of the document calls exploitable or not yet
 * decided: no other analysis can suppress those.
 */
export function countingProblems(assessments: Assessment[]): Set<string> {
  const counting = new Set<string>();
  for (const assessment of assessments) {
    const state = assessment.vulnerability.analysis?.state;
    if (state === 'exploitable' || state === 'in_triage') {
      for (const problem of problemsOf(assessment)) counting.add(problem);
    }
  }
  return counting;
}

export function isContradicted(
  assessment: Assessment,
  counting: Set<string>,
): boolean {
  return (
    counting.size > 0 &&
    problemsOf(assessment).some(problem => counting.has(problem))
  );
}

function problemsOf({ names, target }: Assessment): string[] {
  const key = packageKey(target.package);
  return names.map(name => `${name} ${key}`);
}

/** Why a finding does not count, by the document's own word. */
export function readSuppression({
  vulnerability: { analysis, rejected },
  target,
}: Assessment): Suppression | undefined {
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
