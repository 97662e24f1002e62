import type { ComponentIdentity } from '../model/facts';
import type { PolicyRules } from '../model/policyRules';

/** How the admission webhook behaves, whatever the component. */
export interface AdmissionRules {
  /** What happens to a request that cannot be judged: `open` lets it in. */
  failurePolicy: 'open' | 'closed';
  /** What happens to an object of a kind that runs no pods. */
  unknownKinds: 'allow' | 'deny';
  /** Namespaces that are not judged, `*` allowed. */
  exemptNamespaces: string[];
  /** Whether an annotation that gives a reason lets an object in. */
  breakGlass: boolean;
  /**
   * Address of a component's Security tab, for refusals; `{kind}`,
   * `{namespace}` and `{name}` stand for the entity. Undefined: the portal's own.
   */
  link?: string;
}

/** Annotation of an object that is to be let in against the policy; its value is the reason. */
export const ANNOTATION_BREAK_GLASS = 'security-posture.io/break-glass';

/**
 * What holds where nothing is configured: an outage of the portal stops no
 * deployment, and a cluster can always repair itself.
 */
export const defaultAdmissionRules: AdmissionRules = {
  failurePolicy: 'open',
  unknownKinds: 'allow',
  exemptNamespaces: ['kube-system', 'kube-public', 'kube-node-lease'],
  breakGlass: true,
};

/** The one policy of the gate, the webhook and the Security tab. */
export interface Policy {
  /** What holds for a component: the base, and each rule that matches it, in order. */
  rulesFor(component: ComponentIdentity): PolicyRules;
  /** What holds for a component that no rule matches. */
  base: PolicyRules;
  admission: AdmissionRules;
  /** How many rules there are for some components only. */
  ruleCount: number;
}
