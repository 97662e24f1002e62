import {
  firstLine,
  plainText,
  type MisconfigurationFinding,
  type SourceDecision,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { controlById, problemsOf, remediationOf } from '../../model/controls';
import { containerOf } from './containerOf';
import { isEvent, reportedIdOf, requestOf } from './reported';
import { ToldFindings } from './ToldFindings';

/**
 * A failing policy decision about an object that exists, as a finding. Its
 * `id` is the canonical problem: a control, or `engine|policy|rule`.
 */
export type PolicyFinding = MisconfigurationFinding & {
  /** As the engine names it: `engine/policy/rule`. */
  reportedId: string;
  /** An event told of it: silence closes it, absence from a report does not. */
  event: boolean;
  engine: string;
  /** When it was decided, ISO 8601. */
  at?: string;
};

/**
 * The misconfigurations behind the decisions of a report:
 *
 * - of a state, such as an audit of what runs: what failed or warned, whatever
 *   the engine would do to a new object of the kind;
 * - of an event: what was let in although it violates. What was refused does
 *   not exist, and what was deleted no longer.
 *
 * Decisions that their source made findings of already are left out. One
 * decision that names several controls becomes several findings.
 */
export function policyFindings(report: SourceReport): PolicyFinding[] {
  if (report.decisions.length === 0) return [];
  const told = ToldFindings.in(report);
  const refused = new Set(
    report.decisions
      .filter(({ action }) => action === 'deny')
      .flatMap(requestOf),
  );
  return report.decisions
    .filter(isViolation)
    .filter(decision => !requestOf(decision).some(id => refused.has(id)))
    .filter(decision => !told.has(decision))
    .flatMap(findingsOf);
}

function isViolation(decision: SourceDecision): boolean {
  const { engine, outcome = 'fail', action, operation } = decision;
  // Nobody says which webhook it was, and every warning would be the same.
  if (engine === 'webhook') return false;
  // Our own checks are judged on what is known; a finding of each would count twice.
  if (engine === 'security-posture') return false;
  if (outcome !== 'fail' && outcome !== 'warn') return false;
  if (!isEvent(decision)) return action !== 'allow';
  return (
    (action === 'warn' || action === 'audit') &&
    operation !== 'DELETE' &&
    operation !== 'CONNECT'
  );
}

function findingsOf(decision: SourceDecision): PolicyFinding[] {
  const { subject, engine, policy, rule, severity, category, at } = decision;
  const message = decision.message && plainText(decision.message);
  const container = containerOf(message);
  const problems = problemsOf({ engine, id: policy, rule, message });
  return problems.map(problem => {
    const control = controlById(problem);
    const title =
      control?.title ??
      (firstLine(message ?? '') ||
        firstLine(rule ? `${policy}: ${rule}` : policy));
    return {
      kind: 'misconfiguration',
      subject,
      id: problem,
      reportedId: reportedIdOf(decision),
      engine,
      event: isEvent(decision),
      ...(at ? { at } : {}),
      severity: severity === 'unknown' && control ? control.severity : severity,
      title,
      ...(message ? { message } : {}),
      ...(control ? { remediation: remediationOf(control) } : {}),
      references: [],
      ...(container ? { container } : {}),
      ...(category ? { category } : {}),
    };
  });
}
