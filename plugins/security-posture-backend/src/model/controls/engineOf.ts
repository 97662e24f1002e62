import type { ControlEngine } from './schema';

/** Engines whose policies are named like those of others, too. */
export type PolicyEngine = ControlEngine | 'validating-admission-policy';

// In the letters that are left of a name: the first that it begins with.
const beginnings: [string, PolicyEngine][] = [
  ['checkov', 'checkov'],
  ['dockle', 'dockle'],
  ['gatekeeper', 'gatekeeper'],
  ['opagatekeeper', 'gatekeeper'],
  ['kics', 'kics'],
  ['kubelinter', 'kube-linter'],
  ['kubescape', 'kubescape'],
  ['kyverno', 'kyverno'],
  ['podsecurity', 'pod-security'],
  ['polaris', 'polaris'],
  ['rhacs', 'stackrox'],
  ['roxctl', 'stackrox'],
  ['stackrox', 'stackrox'],
  ['starboard', 'trivy'],
  ['trivy', 'trivy'],
  ['validatingadmissionpolicy', 'validating-admission-policy'],
];

/**
 * The engine behind a tool, a source or an engine, however it is spelled:
 * `KyvernoValidatingPolicy` is Kyverno, `trivy-operator` is Trivy.
 */
export function engineOf(name: string): PolicyEngine | undefined {
  const letters = name.toLowerCase().replace(/[^a-z]/g, '');
  return beginnings.find(([beginning]) => letters.startsWith(beginning))?.[1];
}
