import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts } from '../../../model/facts';
import type { Check } from '../../Check';
import {
  findingEvidence,
  judgementOf,
  namesOf,
  workloadEvidence,
} from '../../judgements';
import { namesSecret } from '../../secretNames';

const CONTROL = 'secret-in-configmap';

export const secretsConfigmap: Check = {
  id: 'deploy.secrets.configmap',
  stage: 'deploy',
  practices: ['B7b'],
  title: 'No secrets in ConfigMaps',
  rule: 'Fails if a tool reports a secret in a ConfigMap. Warns if a variable that is named like a secret takes its value from one. Passes if a tool looked and found none.',
  inputs: [
    'Findings and passed controls of Trivy, Polaris …',
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
  ],
  why: 'A ConfigMap is not encrypted and far more people may read it than a Secret.',
  fix: {
    text: 'Move the value into a secrets manager, and rotate it, for it is known.',
    snippet: {
      language: 'yaml',
      code: 'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: database\nspec:\n  secretStoreRef:\n    name: vault\n    kind: SecretStore\n  target:\n    name: database\n  data:\n    - secretKey: password\n      remoteRef:\n        key: shop/database\n        property: password',
    },
  },
  passes: 'A tool looked at the ConfigMaps and found no secret.',
  weight: 0.1,
  looksAt: 'component',
  judge: facts => {
    const evidence = [
      ...facts.findings
        .filter(({ problem }) => problem === CONTROL)
        .map(finding => findingEvidence(finding, 'fail')),
      ...secretsByName(facts),
    ];
    if (evidence.length === 0) evidence.push(...passes(facts));
    const { component, workloads } = facts;
    if (
      evidence.length === 0 &&
      workloads.length === 0 &&
      component.type === 'library'
    ) {
      return {
        result: 'not-applicable',
        summary: 'A library is not deployed.',
        evidence,
      };
    }
    const titles = (worst: Evidence[]) =>
      namesOf(worst.map(({ title }) => title));
    return judgementOf(evidence, {
      fail: worst =>
        `Secrets lie in ConfigMaps: ${namesOf(
          worst.map(({ subject, title }) => subject?.name ?? title),
        )}.`,
      warn: worst =>
        `By its name, a secret lies in a ConfigMap: ${titles(worst)}.`,
      pass: 'A tool found no secret in the ConfigMaps.',
      unknown: 'No tool looked into the ConfigMaps.',
      'not-applicable': 'Nothing to judge.',
    });
  },
};

function secretsByName({ workloads }: ComponentFacts): Evidence[] {
  return workloads.flatMap(workload =>
    (workload.configuration?.containers ?? []).flatMap(
      ({ name: container, env = [] }) =>
        env
          .filter(({ name, from }) => from === 'configMap' && namesSecret(name))
          .map(({ name, source }) =>
            workloadEvidence(
              workload,
              'warn',
              `${name} from ConfigMap ${source ?? 'unknown'}`,
              container,
            ),
          ),
    ),
  );
}

function passes(facts: ComponentFacts): Evidence[] {
  return facts.passes
    .filter(({ control }) => control === CONTROL)
    .map(({ title, reportId, at }) => ({
      kind: 'report',
      result: 'pass',
      id: reportId,
      title,
      at,
    }));
}
