import type { Evidence } from 'backstage-plugin-security-posture-common';
import type {
  ComponentFacts,
  ComponentIdentity,
  WorkloadFacts,
} from '../../../model/facts';
import type { Check } from '../../Check';
import { workloadEvidence } from '../../judgements';
import { judgeWorkloads } from '../../judgeWorkloads';
import { isName, namedOwners, plainName } from '../../ownerNames';

export const ownerConsistent: Check = {
  id: 'deploy.owner.consistent',
  stage: 'deploy',
  practices: ['D4'],
  title: 'Workloads and catalog name the same owner',
  rule: 'Fails if the owner that a workload names, or its Service or namespace where it names none, is not the owner in the catalog. Names are compared without case, kind, namespace and the word team.',
  inputs: [
    'Annotations and labels of the workload, its pods, Service and namespace (manifest, AdmissionReview, audit event, cluster inventory)',
    'Owner in the catalog',
  ],
  why: 'Two owners are none: the alert goes to the wrong team, and the right one does not know.',
  fix: {
    text: 'Correct whichever is wrong: spec.owner of the component in the catalog, or the annotation of the workload.',
    snippet: {
      language: 'yaml',
      code: 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: shop\nspec:\n  type: service\n  lifecycle: production\n  owner: group:default/payments',
    },
  },
  passes: 'Every workload names the owner that the catalog names.',
  weight: 0.02,
  judge: (facts, { policy }) =>
    judgeWorkloads(facts, {
      does: 'names another owner than the catalog',
      evidenceOf: workload => [
        judgeWorkload(facts, workload, policy.ownerAnnotations),
      ],
    }),
};

function judgeWorkload(
  facts: ComponentFacts,
  workload: WorkloadFacts,
  keys: readonly string[],
): Evidence {
  const inCatalog = namesInCatalog(facts.component);
  const named = namedOwners(facts, workload, keys).find(isName);
  if (inCatalog.length === 0 || !named) {
    return workloadEvidence(
      workload,
      'unknown',
      named ? 'The catalog names no owner' : 'Names no owner to compare',
    );
  }
  const { key, value, on } = named;
  return inCatalog.some(name => plainName(name) === plainName(value))
    ? workloadEvidence(workload, 'pass', `${key}: ${value} on ${on}`)
    : workloadEvidence(
        workload,
        'fail',
        `${key}: ${value} on ${on}, but ${inCatalog[0]} in the catalog`,
      );
}

function namesInCatalog({ ownerRef, owner }: ComponentIdentity): string[] {
  return [ownerRef, owner?.name].filter(name => name !== undefined);
}
