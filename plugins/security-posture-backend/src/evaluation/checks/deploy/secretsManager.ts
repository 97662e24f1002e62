import type {
  CheckResult,
  Evidence,
} from 'backstage-plugin-security-posture-common';
import {
  type ComponentFacts,
  secretTypeOf,
  type WorkloadFacts,
} from '../../../model/facts';
import type { Check } from '../../Check';
import { workloadEvidence } from '../../judgements';
import { judgeWorkloads } from '../../judgeWorkloads';
import { objectsBeside, podAnnotations } from '../../pods';
import { SECRETS_STORE_DRIVER, usedSecrets } from '../../secretUse';

const managerKinds = [
  'ExternalSecret',
  'SealedSecret',
  'SecretProviderClass',
  'SecretStore',
  'VaultDynamicSecret',
  'VaultPKISecret',
  'VaultStaticSecret',
];

/** Cluster-wide, so without a namespace. It writes a Secret into those that it selects. */
const CLUSTER_MANAGER = 'ClusterExternalSecret';

/** Secrets that no person writes: controllers and Helm make them. */
const GENERATED =
  /^(helm\.sh\/|kubernetes\.io\/service-account-token$|bootstrap\.kubernetes\.io\/)/;

const VAULT = 'vault.hashicorp.com/';

export const secretsManager: Check = {
  id: 'deploy.secrets.manager',
  stage: 'deploy',
  practices: ['D2a'],
  title: 'Secrets come from a secrets manager',
  rule: 'Passes if a workload takes its secrets from the Secrets Store driver or the Vault injector, or its namespace has an ExternalSecret, SecretStore, SealedSecret, VaultStaticSecret or the like. Fails if it uses a Secret that is known without any of these. Not applicable where no secret is used.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Objects of secrets managers and Secrets of the namespace (manifests, cluster inventory)',
  ],
  why: 'A Secret in a manifest is plain text to everybody who reads the repository. A manager encrypts, rotates, and says who read what.',
  fix: {
    text: 'Keep the value in a secrets manager and let the cluster fetch it from there.',
    snippet: {
      language: 'yaml',
      code: 'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: database\nspec:\n  secretStoreRef:\n    name: vault\n    kind: SecretStore\n  target:\n    name: database\n  data:\n    - secretKey: password\n      remoteRef:\n        key: shop/database\n        property: password',
    },
  },
  passes: 'Every workload that uses secrets gets them from a secrets manager.',
  weight: 0.05,
  looksAt: 'cluster',
  judge: facts =>
    judgeWorkloads(facts, {
      does: 'uses secrets that no manager is known to keep',
      evidenceOf: workload => [judgeWorkload(facts, workload)],
      notApplicable: 'No workload uses secrets.',
    }),
};

function judgeWorkload(
  facts: ComponentFacts,
  workload: WorkloadFacts,
): Evidence {
  const says = (result: CheckResult, title: string) =>
    workloadEvidence(workload, result, title);
  const injected = injectedBy(workload);
  if (injected) return says('pass', injected);
  if (!workload.configuration) {
    return says('unknown', 'Its configuration is not known');
  }
  const { containers, settings } = workload.configuration;
  const used = usedSecrets(containers, settings);
  if (used.length === 0) return says('not-applicable', 'Uses no secrets');
  const [manager] = [
    ...objectsBeside(facts, workload, managerKinds),
    ...facts.objects.filter(
      ({ kind, cluster }) =>
        kind === CLUSTER_MANAGER && cluster === workload.subject.cluster,
    ),
  ];
  if (manager) return says('pass', `${manager.kind} ${manager.name}`);
  const names = new Set(used.map(({ name }) => name));
  const plain = objectsBeside(facts, workload, ['Secret']).find(
    object =>
      names.has(object.name) && !GENERATED.test(secretTypeOf(object) ?? ''),
  );
  return plain
    ? says('fail', `Secret ${plain.name}, and no manager in its namespace`)
    : says('unknown', 'Where its secrets come from is not known');
}

/** A manager that puts secrets into the pods themselves. */
function injectedBy(workload: WorkloadFacts): string | undefined {
  const volumes = workload.configuration?.settings.volumes ?? [];
  if (volumes.some(({ source }) => source === SECRETS_STORE_DRIVER)) {
    return `Volume of ${SECRETS_STORE_DRIVER}`;
  }
  const annotations = {
    ...workload.annotations,
    ...podAnnotations(workload),
  };
  const key = Object.keys(annotations).find(name => name.startsWith(VAULT));
  return key && annotations[`${VAULT}agent-inject`] !== 'false'
    ? `Annotation ${key}`
    : undefined;
}
