import { Environment } from '@marcbachmann/cel-js';
import { readReview } from '../admission/readReview';
import { defaultAdmissionRules } from '../policy';
import { podTemplatePaths } from '../sources/kubernetes/kinds';
import { deployment, review } from './__testUtils__/admission';
import { manifest, webhookOf } from './__testUtils__/admissionManifests';

const namespace: string = manifest('Namespace').metadata.name;
const byService = webhookOf('webhook.yaml');
const direct = webhookOf('webhook-direct.yaml');

/** What runs pods in every cluster, and the kind of its name in rules. */
const kinds: Record<string, string> = {
  pods: 'Pod',
  replicationcontrollers: 'ReplicationController',
  deployments: 'Deployment',
  statefulsets: 'StatefulSet',
  daemonsets: 'DaemonSet',
  replicasets: 'ReplicaSet',
  jobs: 'Job',
  cronjobs: 'CronJob',
};

describe.each([
  ['webhook.yaml', byService],
  ['webhook-direct.yaml', direct],
])('%s', (_, webhook) => {
  it('asks about everything that runs pods, and only where it can be judged', () => {
    const asked = webhook.rules.flatMap((rule: any) =>
      rule.resources.map((resource: string) => ({
        apiVersion: [...rule.apiGroups, ...rule.apiVersions]
          .filter(Boolean)
          .join('/'),
        kind: kinds[resource],
      })),
    );
    const known = [...podTemplatePaths.keys()].filter(
      // Made by people of an API that few clusters have, or run by nobody.
      kind => !['PodTemplate', 'DeploymentConfig', 'Rollout'].includes(kind),
    );
    expect(asked.map(({ kind }: any) => kind).sort()).toEqual(known.sort());
    for (const { apiVersion, kind } of asked) {
      const object = podTemplatePaths
        .get(kind)!
        .reduceRight<object>(
          (inner, key) => ({ [key]: inner }),
          deployment().spec.template,
        );
      const question = readReview(
        review({
          ...object,
          apiVersion,
          kind,
          metadata: { name: 'shop', namespace: 'shop' },
        }),
      );
      expect([kind, question.images.length]).toEqual([kind, 1]);
    }
    for (const { operations, scope } of webhook.rules) {
      expect(operations).toEqual(['CREATE', 'UPDATE']);
      expect(scope).toBe('Namespaced');
    }
  });

  it('stops no deployment when the portal is away, and records no dry run', () => {
    expect(webhook).toMatchObject({
      name: 'admission.security-posture.io',
      admissionReviewVersions: ['v1'],
      failurePolicy: 'Ignore',
      timeoutSeconds: 5,
      sideEffects: 'NoneOnDryRun',
      matchPolicy: 'Equivalent',
    });
  });

  it('leaves out what a cluster repairs itself with', () => {
    const [{ key, operator, values }] =
      webhook.namespaceSelector.matchExpressions;
    expect([key, operator]).toEqual(['kubernetes.io/metadata.name', 'NotIn']);
    expect(values).toEqual(
      expect.arrayContaining([
        ...defaultAdmissionRules.exemptNamespaces,
        namespace,
      ]),
    );
  });

  const asks = (username: string, metadata: object = {}) => {
    const environment = new Environment()
      .registerVariable('object', 'dyn')
      .registerVariable('request', 'dyn');
    return webhook.matchConditions.every(
      ({ expression }: { expression: string }) =>
        environment.evaluate(expression, {
          object: { metadata },
          request: { userInfo: { username } },
        }) === true,
    );
  };

  it.each([
    ['ann@acme.example', true],
    ['system:serviceaccount:argocd:argocd-application-controller', true],
    ['system:serviceaccount:argo-rollouts:argo-rollouts', true],
    ['system:serviceaccount:shop:replicaset-controller', true],
    ['system:serviceaccount:kube-system:helm-controller', true],
    ['system:kube-controller-manager', false],
    ['system:serviceaccount:kube-system:replicaset-controller', false],
    ['system:serviceaccount:kube-system:daemon-set-controller', false],
    ['system:serviceaccount:kube-system:job-controller', false],
  ])('asks about what comes from %s: %s', (username, asked) => {
    expect(asks(username)).toBe(asked);
  });

  it('lets finalizers go', () => {
    const deletionTimestamp = '2026-11-20T10:00:00Z';
    expect(asks('ann@acme.example', { deletionTimestamp })).toBe(false);
  });
});

it('asks the same with and without the proxy', () => {
  const { clientConfig: a, metadata: b, ...alone } = direct;
  const { clientConfig: c, metadata: d, ...proxied } = byService;
  expect(alone).toEqual(proxied);
});
