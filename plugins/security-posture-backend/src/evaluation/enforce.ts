import type {
  Enforcement,
  EnforcementPoint,
  JudgedCheck,
  PolicyVerdict,
  Violation,
} from 'backstage-plugin-security-posture-common';
import type { CheckException } from '../model/facts';
import type { PolicyRules } from '../model/policyRules';

export type Ruling = Pick<
  PolicyVerdict,
  'result' | 'point' | 'mode' | 'violations' | 'warnings' | 'waived' | 'unknown'
>;

/**
 * What a policy says about judged checks at one of the places where it is
 * enforced. A check that fails leads to what the policy says of it; one that
 * warns never blocks. The mode weakens the result, not what is told.
 */
export function enforce(
  judged: readonly JudgedCheck[],
  policy: PolicyRules,
  point: EnforcementPoint,
  exceptions: readonly CheckException[] = [],
): Ruling {
  const mode = policy.mode[point];
  const ruling: Ruling = {
    result: 'pass',
    point,
    mode,
    violations: [],
    warnings: [],
    waived: [],
    unknown: [],
  };
  for (const check of judged) {
    const enforcement = enforcementOf(check, policy, point);
    if (enforcement === 'off') continue;
    if (check.result === 'unknown') {
      ruling.unknown.push({ checkId: check.checkId, summary: check.summary });
    }
    const violation = violationOf(check, exceptions);
    if (check.exceptionId) ruling.waived.push(violation);
    else if (enforcement === 'block') ruling.violations.push(violation);
    else if (isConcern(check, policy)) ruling.warnings.push(violation);
  }
  if (mode === 'enforce' && ruling.violations.length > 0) {
    ruling.result = 'fail';
  }
  return ruling;
}

/** Whether it is worth telling; an unknown that is to be ignored is only listed. */
function isConcern({ result }: JudgedCheck, { unknown }: PolicyRules): boolean {
  return result !== 'unknown' || unknown !== 'off';
}

function enforcementOf(
  { checkId, result }: JudgedCheck,
  { checks, unknown }: PolicyRules,
  point: EnforcementPoint,
): Enforcement {
  const configured = checks[checkId]?.[point] ?? 'off';
  switch (result) {
    case 'fail':
      return configured;
    case 'warn':
      return configured === 'off' ? 'off' : 'warn';
    case 'unknown':
      // Never stricter than a failure, and listed in any case.
      return configured === 'block' && unknown === 'block'
        ? 'block'
        : weaker(configured);
    default:
      return 'off';
  }
}

function weaker(enforcement: Enforcement): Enforcement {
  return enforcement === 'off' ? 'off' : 'warn';
}

function violationOf(
  check: JudgedCheck,
  exceptions: readonly CheckException[],
): Violation {
  const { checkId, stage, title, summary, evidence, evidenceTotal, fix } =
    check;
  const exception = exceptions.find(({ id }) => id === check.exceptionId);
  return {
    checkId,
    stage,
    title,
    summary,
    evidence: evidence.filter(({ result }) => result === check.result),
    evidenceTotal,
    fix,
    exceptionId: check.exceptionId,
    exceptionUntil: exception?.expiresAt,
  };
}
