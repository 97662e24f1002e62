import {
  enforcements,
  type Enforcement,
  type EnforcementPoint,
  type JudgedCheck,
  type PolicyVerdict,
  type Violation,
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
    if (enforcement === 'off') {
      if (check.result === 'unknown' && isEnforced(check, policy, point)) {
        const { checkId, summary } = check;
        ruling.unknown.push({ checkId, summary });
      }
      continue;
    }
    const violation = violationOf(check, exceptions);
    if (check.exceptionId) ruling.waived.push(violation);
    else if (enforcement === 'block') ruling.violations.push(violation);
    else ruling.warnings.push(violation);
  }
  if (mode === 'enforce' && ruling.violations.length > 0) {
    ruling.result = 'fail';
  }
  return ruling;
}

function isEnforced(
  { checkId }: JudgedCheck,
  { checks }: PolicyRules,
  point: EnforcementPoint,
): boolean {
  return (checks[checkId]?.[point] ?? 'off') !== 'off';
}

/** What a check leads to. What nothing tells about is never worse than a failure. */
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
      return weaker(configured, 'warn');
    case 'unknown':
      return weaker(configured, unknown);
    default:
      return 'off';
  }
}

function weaker(a: Enforcement, b: Enforcement): Enforcement {
  return enforcements.indexOf(a) < enforcements.indexOf(b) ? a : b;
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
