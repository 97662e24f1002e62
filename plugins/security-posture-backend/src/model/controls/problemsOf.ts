import { controlOf, type ReportedControl } from './controlOf';
import { engineOf } from './engineOf';
import { rulePart } from './policyName';

const NUMBERED = /^(?:AVD-)?([A-Z]{2,20})-?(\d{1,8})$/;

/**
 * The problems behind what a policy engine reports, never empty: the canonical
 * controls, else `engine|policy|rule` (domain of admission decisions).
 */
export function problemsOf(reported: ReportedControl): string[] {
  const known = controlOf(reported);
  return known.length > 0 ? known : [ownProblem(reported)];
}

/**
 * The controls behind a finding of a scanner or of a policy report, none if it
 * is not known.
 *
 * @param toolOrSource - the tool or the source, however it is spelled
 * @param id - as the source gives it: `KSV-0017`, `engine/policy/rule`
 * @param message - tells apart what has one name: pass it wherever there is one
 */
export function controlOfCheck(
  toolOrSource: string,
  id: string,
  message?: string,
): string[] {
  return controlOf({
    ...(splitId(id) ?? { engine: toolOrSource, id }),
    ...(message === undefined ? {} : { message }),
  });
}

/** As `controlOfCheck`, but never empty: the tool's own id, normalised, if it is not known. */
export function problemsOfCheck(
  toolOrSource: string,
  id: string,
  message?: string,
): string[] {
  const known = controlOfCheck(toolOrSource, id, message);
  if (known.length > 0) return known;
  const reported = splitId(id);
  return [reported ? ownProblem(reported) : ownId(id)];
}

function ownProblem({ engine, id, rule }: ReportedControl): string {
  const family = engineOf(engine);
  const ruled = rule && family === 'kyverno' ? rulePart(rule) : rule;
  // What tells bindings apart, or repeats the policy, is told by some reports only.
  const isTold =
    ruled && family !== 'validating-admission-policy' && ruled !== id;
  return [family ?? engine, id, ...(isTold ? [ruled] : [])]
    .join('|')
    .toLowerCase();
}

function ownId(id: string): string {
  const numbered = NUMBERED.exec(id);
  return numbered ? `${numbered[1]}-${numbered[2].padStart(4, '0')}` : id;
}

/** The parts of `engine/policy/rule`; undefined for an id of another form. */
function splitId(id: string): ReportedControl | undefined {
  const [engine, policy, ...rest] = id.split('/');
  const family = engineOf(engine);
  if (!family || !policy) return undefined;
  // Policies of RHACS are titles and have no rules.
  if (family === 'stackrox') return { engine, id: [policy, ...rest].join('/') };
  return {
    engine,
    id: policy,
    ...(rest.length > 0 ? { rule: rest.join('/') } : {}),
  };
}
