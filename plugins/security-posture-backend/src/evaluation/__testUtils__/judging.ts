import type { CheckResult } from 'backstage-plugin-security-posture-common';
import type {
  ComponentFacts,
  PodContainer,
  PodSettings,
  WorkloadFacts,
} from '../../model/facts';
import type { PolicyRules } from '../../model/policyRules';
import type { Check } from '../Check';
import {
  checkContext,
  componentFacts,
  podConfiguration,
  podContainer,
  workload,
} from './facts';

/** What a check says of facts. */
export function resultOf(
  check: Check,
  facts: Partial<ComponentFacts> = {},
  policy: Partial<PolicyRules> = {},
): CheckResult {
  return check.judge(componentFacts(facts), checkContext(policy)).result;
}

/** Facts of one workload with a single container. */
export function withPod(
  container: Partial<PodContainer> = {},
  settings: Partial<PodSettings> = {},
  changes: Partial<WorkloadFacts> = {},
): Partial<ComponentFacts> {
  return {
    workloads: [
      workload({
        configuration: podConfiguration([podContainer(container)], settings),
        ...changes,
      }),
    ],
  };
}

/** Facts of one workload that sets something for its container alone. */
export function withSecurity(
  securityContext: PodContainer['securityContext'],
  ofPod?: PodSettings['securityContext'],
): Partial<ComponentFacts> {
  return withPod({ securityContext }, ofPod ? { securityContext: ofPod } : {});
}
