import type { EnforcementPoint } from 'backstage-plugin-security-posture-common';
import {
  factsForAdmission,
  factsForBuild,
  factsForWorkload,
  mergeRulings,
  rule,
} from '../evaluation';
import type { ComponentFacts, WorkloadFacts } from '../model/facts';
import type { PolicyRules } from '../model/policyRules';

/** What a policy would do to a component at one place. */
export interface SimulatedRuling {
  /** In the mode that the policy has. */
  isStopped: boolean;
  /** Checks that stop it if the policy is enforced. */
  blocking: Set<string>;
  /** Nothing tells about a check that blocks. */
  isUncertain: boolean;
}

/**
 * What is judged at a place: at build the newest builds, at admission each
 * workload as it is, as if it were deployed once more. Of a workload whose
 * configuration is not known, what tools reported of it stands in for it.
 */
export function casesAt(
  facts: ComponentFacts,
  point: EnforcementPoint,
): ComponentFacts[] {
  return point === 'build' || facts.workloads.length === 0
    ? [factsForBuild(facts)]
    : facts.workloads.map(workload => admissionOf(facts, workload));
}

function admissionOf(
  facts: ComponentFacts,
  workload: WorkloadFacts,
): ComponentFacts {
  const own = factsForWorkload(facts, workload);
  if (!workload.configuration) return own;
  return factsForAdmission(
    facts,
    workload,
    own.artifacts.map(artifact => ({
      artifact,
      findings: own.findings.filter(
        ({ subjectId, digests }) =>
          subjectId === artifact.subjectId &&
          (artifact.digest === undefined || digests.includes(artifact.digest)),
      ),
    })),
  );
}

export function simulateRuling(
  cases: readonly ComponentFacts[],
  policy: PolicyRules,
  point: EnforcementPoint,
  now: Date,
): SimulatedRuling {
  const { result, violations, unknown } = mergeRulings(
    cases.map(facts => rule(facts, { policy, now }, point).ruling),
  );
  return {
    isStopped: result === 'fail',
    blocking: new Set(violations.map(({ checkId }) => checkId)),
    isUncertain: unknown.some(
      ({ checkId }) => policy.checks[checkId]?.[point] === 'block',
    ),
  };
}
