import { deployment } from '../../__testUtils__/admission';

export { deployment };

const rbac = 'rbac.authorization.k8s.io';

export const object = (
  apiVersion: string,
  kind: string,
  name: string,
  parts: object,
) => ({ apiVersion, kind, metadata: { name, namespace: 'shop' }, ...parts });

export const service = object('v1', 'Service', 'shop', {
  spec: { selector: { app: 'shop' }, ports: [{ port: 80 }] },
});

export const loadBalancer = object('v1', 'Service', 'shop', {
  spec: {
    type: 'LoadBalancer',
    selector: { app: 'shop' },
    ports: [{ port: 80 }],
  },
});

export const networkPolicy = object(
  'networking.k8s.io/v1',
  'NetworkPolicy',
  'shop',
  {
    spec: {
      podSelector: { matchLabels: { app: 'shop' } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }] }],
      egress: [{ to: [{ podSelector: { matchLabels: { app: 'db' } } }] }],
    },
  },
);

/** A role of the shop's service account that lets it read one ConfigMap. */
export const role = [
  object(`${rbac}/v1`, 'Role', 'shop', {
    rules: [
      {
        apiGroups: [''],
        resources: ['configmaps'],
        resourceNames: ['shop'],
        verbs: ['get'],
      },
    ],
  }),
  object(`${rbac}/v1`, 'RoleBinding', 'shop', {
    roleRef: { apiGroup: rbac, kind: 'Role', name: 'shop' },
    subjects: [{ kind: 'ServiceAccount', name: 'shop', namespace: 'shop' }],
  }),
];

/** Several objects in one body, as `kubectl get` prints them. */
export const list = (...items: object[]) => ({
  body: { apiVersion: 'v1', kind: 'List', items },
});

/** The shop, running an image of the corpus. */
export const running = (image: string) =>
  list(deployment({ container: { image } }));

/** A digest of the corpus, as a manifest names it. */
export const juiceShop10 =
  'docker.io/bkimminich/juice-shop@sha256:b1802758946aa40549b98ee6b8f93e9b92d0a6bf7aed139284893466be9c5065';

/** What Trivy Operator says of a ConfigMap in which it found no secret. */
export const checkedConfigMap = {
  body: {
    apiVersion: 'aquasecurity.github.io/v1alpha1',
    kind: 'ConfigAuditReport',
    metadata: {
      name: 'configmap-settings',
      namespace: 'shop',
      labels: {
        'trivy-operator.resource.kind': 'ConfigMap',
        'trivy-operator.resource.name': 'settings',
        'trivy-operator.resource.namespace': 'shop',
      },
    },
    report: {
      scanner: { name: 'Trivy', vendor: 'Aqua Security', version: '0.72.0' },
      checks: [
        {
          checkID: 'KSV-0109',
          title: 'ConfigMap with secrets',
          severity: 'HIGH',
          success: true,
        },
      ],
    },
  },
};

/** What OpenSSF Scorecard says of a workflow. */
export const scorecard = (ruleId: string) => ({
  body: {
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Scorecard', rules: [{ id: ruleId }] } },
        results: [
          {
            ruleId,
            level: 'error',
            message: { text: 'score is 0' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: '.github/workflows/release.yml' },
                  region: { startLine: 1 },
                },
              },
            ],
          },
        ],
      },
    ],
  },
});
