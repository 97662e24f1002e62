import type { Evidence } from 'backstage-plugin-security-posture-common';
import {
  type ComponentFacts,
  type FindingFacts,
  type NetworkPolicy,
  networkPolicyOf,
  type WorkloadFacts,
} from '../model/facts';
import type { Judgement } from './Check';
import { findingEvidence, workloadEvidence } from './judgements';
import { judgeWorkloads } from './judgeWorkloads';
import { selects } from './podSelector';
import { objectsBeside, podLabels } from './pods';
import { findingsOfKind } from './findingsOfKind';

export type Direction = 'ingress' | 'egress';

const opposite = { ingress: 'egress', egress: 'ingress' } as const;

const CONTROL = 'network-policy';

/** Where one of these is known, so are the policies of its namespace. */
const networkKinds = [
  'GRPCRoute',
  'HTTPRoute',
  'Ingress',
  'NetworkPolicy',
  'Route',
  'Service',
];

/**
 * Judges whether a NetworkPolicy selects the pods of every workload for a
 * direction. What tools say counts where no policy is known to: they name one
 * control for both directions.
 */
export function judgeNetworkPolicies(
  facts: ComponentFacts,
  direction: Direction,
): Judgement {
  const reported = findingsOfKind(facts, 'misconfiguration').filter(
    finding => finding.problem === CONTROL && isAbout(finding, direction),
  );
  const known = new Set(facts.workloads.map(({ subjectId }) => subjectId));
  return judgeWorkloads(facts, {
    does: `is selected by no network policy for ${direction}`,
    evidenceOf: workload => judgeWorkload(facts, workload, direction, reported),
    beside: reported
      .filter(({ subjectId }) => !known.has(subjectId))
      .map(finding => findingEvidence(finding, 'fail')),
  });
}

/** Some tools have a policy for each direction, and say which in its title. */
function isAbout({ title }: Pick<FindingFacts, 'title'>, direction: Direction) {
  const told = title.toLowerCase();
  return told.includes(direction) || !told.includes(opposite[direction]);
}

function judgeWorkload(
  facts: ComponentFacts,
  workload: WorkloadFacts,
  direction: Direction,
  reported: FindingFacts[],
): Evidence[] {
  const beside = objectsBeside(facts, workload, networkKinds);
  const labels = podLabels(workload);
  const selecting = beside.flatMap(object => {
    const policy =
      object.kind === 'NetworkPolicy' ? networkPolicyOf(object) : undefined;
    return policy &&
      isFor(policy, direction) &&
      selects(policy.podSelector, labels)
      ? [{ name: object.name, policy }]
      : [];
  });
  if (selecting.length > 0) {
    // Policies add up: what one of them lets through is let through.
    const open = selecting.find(({ policy }) => isOpen(policy, direction));
    return [
      open
        ? workloadEvidence(
            workload,
            'warn',
            `NetworkPolicy ${open.name} allows all ${direction}`,
          )
        : workloadEvidence(
            workload,
            'pass',
            `NetworkPolicy ${selecting[0].name}`,
          ),
    ];
  }
  const findings = reported.filter(
    ({ subjectId }) => subjectId === workload.subjectId,
  );
  if (findings.length > 0) {
    return findings.map(finding => findingEvidence(finding, 'fail'));
  }
  const hasLabels = workload.configuration || Object.keys(labels).length > 0;
  if (beside.length > 0 && hasLabels) {
    return [
      workloadEvidence(
        workload,
        'fail',
        `No known NetworkPolicy selects it for ${direction}`,
      ),
    ];
  }
  const passed = facts.passes.find(
    ({ control, subjectId, title }) =>
      control === CONTROL &&
      subjectId === workload.subjectId &&
      // A policy that selects pods and no more is one for ingress.
      (direction === 'ingress'
        ? isAbout({ title }, 'ingress')
        : title.toLowerCase().includes('egress')),
  );
  return [
    passed
      ? workloadEvidence(workload, 'pass', passed.title)
      : workloadEvidence(workload, 'unknown', 'No NetworkPolicy is known'),
  ];
}

/** Every policy is one for ingress unless it says otherwise; one with egress rules is for egress, too. */
function isFor({ policyTypes, egress }: NetworkPolicy, direction: Direction) {
  if (policyTypes.length > 0) {
    return policyTypes.some(type => type.toLowerCase() === direction);
  }
  return direction === 'ingress' || egress.length > 0;
}

/** A rule without peers and ports lets everything through. */
function isOpen(policy: NetworkPolicy, direction: Direction): boolean {
  return policy[direction].some(({ from, to, ports }) => {
    const peers = direction === 'ingress' ? from : to;
    return peers.length === 0 && ports.length === 0;
  });
}
