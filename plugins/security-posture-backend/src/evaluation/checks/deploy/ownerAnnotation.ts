import type { Evidence } from 'backstage-plugin-security-posture-common';
import type {
  ComponentFacts,
  FindingFacts,
  WorkloadFacts,
} from '../../../model/facts';
import {
  defaultPolicyRules,
  type PolicyRules,
} from '../../../model/policyRules';
import type { Check } from '../../Check';
import { findingEvidence, workloadEvidence } from '../../judgements';
import { judgeWorkloads } from '../../judgeWorkloads';
import { namedOwners } from '../../ownerNames';
import { findingsOfKind } from '../../findingsOfKind';

const CONTROL = 'owner-annotation';

const [suggested = 'a8r.io/owner'] = defaultPolicyRules.ownerAnnotations;

export const ownerAnnotation: Check = {
  id: 'deploy.owner.annotation',
  stage: 'deploy',
  practices: ['D4'],
  title: 'Workloads name the team that owns them',
  rule: 'Passes if the workload, its pods, a Service that selects them or the namespace carries an annotation or label that the policy takes for an owner (a8r.io/owner, owner, team, email … by default). An email has to be an address. Fails if none does, or a tool reports it.',
  inputs: [
    'Annotations and labels of the workload, its pods, Service and namespace (manifest, AdmissionReview, audit event, cluster inventory)',
    'Findings and passed controls of Kyverno, Gatekeeper, kube-linter, RHACS',
  ],
  why: 'Whoever is woken by an alert sees the workload first: it has to say whom to call.',
  fix: {
    text: 'Name the team as the catalog does, and a way to reach it.',
    snippet: {
      language: 'yaml',
      code: `metadata:\n  annotations:\n    ${suggested}: payments`,
    },
  },
  passes: 'Every workload, or what surrounds it, names its owner.',
  weight: 0.05,
  looksAt: 'cluster',
  judge: (facts, { policy }) => {
    const reported = findingsOfKind(facts, 'misconfiguration').filter(
      ({ problem }) => problem === CONTROL,
    );
    const known = new Set(facts.workloads.map(({ subjectId }) => subjectId));
    return judgeWorkloads(facts, {
      does: `does not name an owner, with ${
        policy.ownerAnnotations[0] ?? suggested
      } or another annotation`,
      evidenceOf: workload => judgeWorkload(facts, workload, policy, reported),
      beside: reported
        .filter(({ subjectId }) => !known.has(subjectId))
        .map(finding => findingEvidence(finding, 'fail')),
    });
  },
};

function judgeWorkload(
  facts: ComponentFacts,
  workload: WorkloadFacts,
  { ownerAnnotations }: PolicyRules,
  reported: FindingFacts[],
): Evidence[] {
  const owners = namedOwners(facts, workload, ownerAnnotations);
  const named = owners.find(({ isValid }) => isValid);
  if (named) {
    const { key, value, on } = named;
    return [workloadEvidence(workload, 'pass', `${key}: ${value} on ${on}`)];
  }
  const findings = reported.filter(
    ({ subjectId }) => subjectId === workload.subjectId,
  );
  if (findings.length > 0) {
    return findings.map(finding => findingEvidence(finding, 'fail'));
  }
  if (owners.length > 0) {
    return owners.map(({ key, value, on }) =>
      workloadEvidence(
        workload,
        'fail',
        value === ''
          ? `${key} on ${on} is empty`
          : `${key} on ${on} is no address: ${value}`,
      ),
    );
  }
  if (workload.configuration) {
    return [workloadEvidence(workload, 'fail', 'Nothing names its owner')];
  }
  const passed = facts.passes.find(
    ({ control, subjectId }) =>
      control === CONTROL && subjectId === workload.subjectId,
  );
  return [
    passed
      ? workloadEvidence(workload, 'pass', passed.title)
      : workloadEvidence(workload, 'unknown', 'Its annotations are not known'),
  ];
}
