import type {
  CheckResult,
  Evidence,
  JudgedCheck,
} from 'backstage-plugin-security-posture-common';
import type { ComponentFacts } from '../model/facts';
import type { Check, CheckContext } from './Check';
import { checks as allChecks } from './checks';

/** More evidence is counted, and not listed. */
const MAX_EVIDENCE = 20;

const order: readonly CheckResult[] = [
  'fail',
  'warn',
  'unknown',
  'pass',
  'not-applicable',
];

/** Judges the checks on a component, in the order of the catalogue. */
export function judgeChecks(
  facts: ComponentFacts,
  context: CheckContext,
  checks: readonly Check[] = allChecks,
): JudgedCheck[] {
  return checks.map(check => {
    const { result, summary, evidence } = check.judge(facts, context);
    const { build = 'off', admission = 'off' } =
      context.policy.checks[check.id] ?? {};
    return {
      checkId: check.id,
      stage: check.stage,
      practices: [...check.practices],
      title: check.title,
      result,
      summary,
      evidence: worstOf(evidence),
      evidenceTotal: evidence.length,
      why: check.why,
      rule: check.rule,
      fix: check.fix,
      passes: check.passes,
      enforcement: { build, admission },
      exceptionId:
        result === 'fail' || result === 'warn'
          ? waiverOf(facts, check.id, context.now)?.id
          : undefined,
    };
  });
}

/** The worst evidence, in its order, without sorting what is not listed. */
function worstOf(evidence: Evidence[]): Evidence[] {
  if (evidence.length < 2) return evidence;
  const worst: Evidence[] = [];
  for (const result of order) {
    for (const item of evidence) {
      if (item.result !== result) continue;
      worst.push(item);
      if (worst.length === MAX_EVIDENCE) return worst;
    }
  }
  return worst;
}

/** The exception that covers a check on the whole component. */
function waiverOf(
  { exceptions, artifacts }: ComponentFacts,
  checkId: string,
  now: Date,
) {
  if (exceptions.length === 0) return undefined;
  const at = now.toISOString();
  const lines = new Set(
    artifacts.filter(({ kind }) => kind === 'image').map(({ name }) => name),
  );
  return exceptions.find(
    exception =>
      exception.checkId === checkId &&
      (exception.expiresAt === undefined || exception.expiresAt > at) &&
      // One of several image lines is not the whole component.
      (exception.imageLine === undefined ||
        (lines.size === 1 && lines.has(exception.imageLine))),
  );
}
