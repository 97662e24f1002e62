import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, WorkloadFacts } from '../../../model/facts';
import type { Check } from '../../Check';
import { grantsOf } from '../../grants';
import { workloadEvidence } from '../../judgements';
import { judgeWorkloads } from '../../judgeWorkloads';
import { idleSecretVolumes } from '../../secretUse';
import { serviceAccountOf, tokenMount } from '../../serviceAccounts';

export const secretsUnusedExposure: Check = {
  id: 'deploy.secrets.unused-exposure',
  stage: 'deploy',
  practices: ['B7d'],
  title: 'Pods hold only secrets that they need',
  rule: 'Warns if pods hold the token of the default service account, or of one that no role is bound to, and if a Secret is a volume that no container mounts.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Service accounts and bindings (manifests, cluster inventory)',
  ],
  why: 'A secret that a pod does not need helps nobody but who breaks into it.',
  fix: {
    text: 'Turn the token off where the pod does not call the Kubernetes API, and remove volumes that no container mounts.',
    snippet: {
      language: 'yaml',
      code: 'spec:\n  automountServiceAccountToken: false',
    },
  },
  passes:
    'Tokens are held by pods only whose service account has a role, and every Secret that is a volume is mounted.',
  weight: 0.02,
  looksAt: 'cluster',
  judge: facts =>
    judgeWorkloads(facts, {
      does: 'holds secrets that it does not need',
      evidenceOf: workload => judgeWorkload(facts, workload),
    }),
};

function judgeWorkload(
  facts: ComponentFacts,
  workload: WorkloadFacts,
): Evidence[] {
  if (!workload.configuration) {
    return [
      workloadEvidence(workload, 'unknown', 'Its configuration is not known'),
    ];
  }
  const { containers, settings } = workload.configuration;
  return [
    judgeToken(facts, workload, workload.configuration),
    ...idleSecretVolumes(containers, settings).map(name =>
      workloadEvidence(workload, 'warn', `no container mounts Secret ${name}`),
    ),
  ];
}

function judgeToken(
  facts: ComponentFacts,
  workload: WorkloadFacts,
  { settings }: NonNullable<WorkloadFacts['configuration']>,
): Evidence {
  const account = serviceAccountOf(settings);
  const { mounted } = tokenMount(facts, workload, settings);
  if (!mounted) {
    return workloadEvidence(workload, 'pass', 'No token is mounted');
  }
  if (account === 'default') {
    return workloadEvidence(
      workload,
      'warn',
      'the token of the default service account is mounted',
    );
  }
  const grants = grantsOf(facts, workload, settings);
  if (!grants) {
    return workloadEvidence(
      workload,
      'unknown',
      `Whether service account ${account} has a role is not known`,
    );
  }
  const need = grants.find(({ isDirect }) => isDirect);
  return need
    ? workloadEvidence(workload, 'pass', `Needs its token: ${need.title}`)
    : workloadEvidence(
        workload,
        'warn',
        `the token of service account ${account} is mounted, which has no role`,
      );
}
