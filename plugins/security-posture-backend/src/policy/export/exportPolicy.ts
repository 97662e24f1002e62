import type {
  Enforcement,
  PolicyMode,
} from 'backstage-plugin-security-posture-common';
import { stringify } from 'yaml';
import { checks as allChecks, type Check } from '../../evaluation';
import type { Policy } from '../Policy';
import { expressions } from './expressions';
import { matchConditions, matchConstraints, variables } from './workloads';

export const policyFormats = [
  'kyverno',
  'validating-admission-policy',
] as const;

export type PolicyFormat = (typeof policyFormats)[number];

/** One check in the form that an engine takes. */
interface ExportedCheck {
  name: string;
  check: Check;
  expression: string;
  actions: string[];
}

/**
 * The part of a policy that a cluster can enforce by itself, as YAML to apply:
 * what the base of the policy says of admission, one policy a check. Comments
 * at the top name what is left out.
 *
 * @param format - `kyverno`: ValidatingPolicy of Kyverno 1.17 or newer;
 *   `validating-admission-policy`: Kubernetes 1.30 or newer, no engine needed
 */
export function exportPolicy(
  policy: Policy,
  format: PolicyFormat,
  checks: readonly Check[] = allChecks,
): string {
  const { base } = policy;
  const exported: ExportedCheck[] = [];
  const left: string[] = [];
  for (const check of checks) {
    const enforcement = base.checks[check.id]?.admission ?? 'off';
    if (enforcement === 'off') continue;
    const expression = expressions[check.id]?.celOf(base);
    if (expression === undefined) {
      left.push(check.id);
      continue;
    }
    exported.push({
      name: `security-posture-${check.id
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')}`,
      check,
      expression,
      actions: actionsOf(enforcement, base.mode.admission),
    });
  }
  const documents = exported.flatMap(item =>
    format === 'kyverno'
      ? [kyvernoPolicy(item, policy)]
      : [admissionPolicy(item, policy), bindingOf(item)],
  );
  return [
    commentOf(policy, exported, left),
    ...documents.map(document => stringify(document, { lineWidth: 0 })),
  ].join('---\n');
}

/**
 * What follows from a check that fails. `Audit` leaves a trace in the audit
 * log or in policy reports, through which the portal learns of it.
 */
function actionsOf(enforcement: Enforcement, mode: PolicyMode): string[] {
  if (mode === 'dry-run') return ['Audit'];
  return mode === 'enforce' && enforcement === 'block'
    ? ['Deny']
    : ['Warn', 'Audit'];
}

const labels = { 'app.kubernetes.io/managed-by': 'security-posture' };

function metadataOf({ name, check }: ExportedCheck) {
  return {
    name,
    labels,
    annotations: {
      'policies.kyverno.io/title': check.title,
      'policies.kyverno.io/description': check.why,
      'security-posture.io/check': check.id,
    },
  };
}

function specOf({ check, expression }: ExportedCheck, { admission }: Policy) {
  const { id, passes, fix } = check;
  return {
    failurePolicy: admission.failurePolicy === 'closed' ? 'Fail' : 'Ignore',
    matchConstraints: matchConstraints(admission),
    matchConditions: matchConditions(admission),
    variables: variables.filter(({ name }) => isUsed(name, expression)),
    validations: [
      {
        expression,
        message: `${id}: ${passes} ${fix.text}`.replace(/\s+/g, ' '),
        reason: 'Forbidden',
      },
    ],
  };
}

/** Whether an expression needs a variable, itself or by another one. */
function isUsed(name: string, expression: string): boolean {
  return variables.some(
    variable =>
      expression.includes(`variables.${name}`) ||
      (variable.expression.includes(`variables.${name}`) &&
        isUsed(variable.name, expression)),
  );
}

function kyvernoPolicy(item: ExportedCheck, policy: Policy) {
  const { validations, ...spec } = specOf(item, policy);
  return {
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'ValidatingPolicy',
    metadata: metadataOf(item),
    spec: { validationActions: item.actions, ...spec, validations },
  };
}

function admissionPolicy(item: ExportedCheck, policy: Policy) {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: metadataOf(item),
    spec: specOf(item, policy),
  };
}

function bindingOf(item: ExportedCheck) {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name: item.name, labels },
    spec: { policyName: item.name, validationActions: item.actions },
  };
}

function commentOf(
  { ruleCount }: Policy,
  exported: ExportedCheck[],
  left: string[],
): string {
  const lines = [
    'The checks of Security Posture that a cluster can enforce by itself.',
    'Made from securityPosture.policy: change that, then export it again.',
  ];
  for (const { check } of exported) {
    const note = expressions[check.id]?.note;
    if (note) lines.push('', `Differs from the check ${check.id}: ${note}.`);
  }
  if (left.length > 0) {
    lines.push(
      '',
      'Enforced at admission, and left out because they need more than the object,',
      'or a list that the policy does not have (only the webhook can judge them):',
      ...left.map(id => `- ${id}`),
    );
  }
  if (ruleCount > 0) {
    lines.push(
      '',
      `Left out as well: ${ruleCount} of the policy's rules, which are for some components only.`,
      'A cluster does not know the components of the catalog.',
    );
  }
  return lines
    .map(line => `# ${line}`.trimEnd())
    .join('\n')
    .concat('\n');
}
