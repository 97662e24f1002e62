import { lookUp } from './controls';
import { engineOf, type PolicyEngine } from './engineOf';
import { podSecurityControls, reasonControls } from './podSecurity';
import { policyPart, rulePart } from './policyName';
import type { ControlEngine } from './schema';

/** What an engine or a scanner calls a control. */
export interface ReportedControl {
  /** Engine, tool or source, as it is spelled. */
  engine: string;
  /** The policy, constraint, level of Pod Security or check. */
  id: string;
  /** The rule of the policy, the kind of the constraint, the reason of Pod Security. */
  rule?: string;
  /** Tells apart what has one name: pass it wherever there is one. */
  message?: string;
}

const KUBESCAPE_POLICY = /^kubescape-(c-\d{4})-/;

/**
 * The canonical controls behind what an engine reports: normally one, none if
 * it is not known, several where the message names several.
 */
export function controlOf({
  engine: spelling,
  id,
  rule,
  message,
}: ReportedControl): string[] {
  const engine = engineOf(spelling);
  const named = message ? podSecurityControls(message) : [];
  if (named.length > 0) return named;
  switch (engine) {
    case undefined:
      return ofAnyScanner(id, message);
    case 'pod-security':
      return reasonControls(rule ?? id, message);
    case 'gatekeeper':
      // The kind says what is judged; names of constraints are free.
      return first(engine, [rule, id], message);
    case 'kyverno':
      return ofKyverno(id, rule, message);
    case 'validating-admission-policy':
      return ofValidatingAdmissionPolicy(id, message);
    case 'stackrox':
      // RHACS calls the clone of a policy so.
      return lookUp(engine, id.replace(/ \(copy\)$/i, ''), message);
    case 'trivy':
      // Starboard ran Polaris, too.
      return [...lookUp('trivy', id, message), ...lookUp('polaris', id)];
    default:
      return lookUp(engine, id, message);
  }
}

function ofKyverno(
  id: string,
  rule: string | undefined,
  message: string | undefined,
): string[] {
  const policy = policyPart(id);
  const ruled = rule ? rulePart(rule) : undefined;
  return first(
    'kyverno',
    [ruled && `${policy}/${ruled}`, policy, ruled && `*/${ruled}`],
    message,
  );
}

// Most come from the policies of another engine and keep their names.
function ofValidatingAdmissionPolicy(
  id: string,
  message: string | undefined,
): string[] {
  const kubescape = KUBESCAPE_POLICY.exec(id);
  if (kubescape) return lookUp('kubescape', kubescape[1], message);
  const ofGatekeeper = id.replace(/^gatekeeper-/, '');
  if (ofGatekeeper !== id) return lookUp('gatekeeper', ofGatekeeper, message);
  return lookUp('kyverno', policyPart(id), message);
}

/** Ids that no other tool uses tell by themselves whose they are. */
const ownIds: [RegExp, ControlEngine][] = [
  [/^(AVD-)?(KSV|DS)-?\d+$/i, 'trivy'],
  [/^CKV2?_/i, 'checkov'],
  [/^(CIS|DKL)-DI-\d+$/i, 'dockle'],
  [/^C-\d{4}$/, 'kubescape'],
  [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'kics'],
];

function ofAnyScanner(id: string, message: string | undefined): string[] {
  const [, engine] = ownIds.find(([form]) => form.test(id)) ?? [];
  return engine ? lookUp(engine, id, message) : [];
}

function first(
  engine: Exclude<PolicyEngine, 'validating-admission-policy'>,
  names: (string | undefined)[],
  message: string | undefined,
): string[] {
  for (const name of names) {
    const found = name ? lookUp(engine, name, message) : [];
    if (found.length > 0) return found;
  }
  return [];
}
