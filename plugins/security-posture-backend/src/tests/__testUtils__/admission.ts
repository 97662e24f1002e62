/** What a pod of the shop runs, where the test says nothing else. */
const container = {
  name: 'app',
  image: 'ghcr.io/acme/shop:1.4',
  resources: {
    requests: { cpu: '100m', memory: '64Mi' },
    limits: { memory: '64Mi' },
  },
  securityContext: {
    allowPrivilegeEscalation: false,
    runAsNonRoot: true,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
    seccompProfile: { type: 'RuntimeDefault' },
  },
};

/** A Deployment of the shop that a policy has nothing against but its image. */
export function deployment(
  over: {
    container?: object;
    pod?: object;
    annotations?: Record<string, string>;
    name?: string;
  } = {},
) {
  const name = over.name ?? 'shop';
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace: 'shop',
      annotations: { 'a8r.io/owner': 'payments', ...over.annotations },
    },
    spec: {
      replicas: 1,
      template: {
        metadata: { labels: { app: name } },
        spec: {
          serviceAccountName: name,
          automountServiceAccountToken: false,
          containers: [{ ...container, ...over.container }],
          ...over.pod,
        },
      },
    },
  };
}

let uids = 0;

/** What the API server asks when somebody creates an object. */
export function review(object: object, request: object = {}) {
  uids += 1;
  const { kind, metadata } = object as {
    kind: string;
    metadata: { name: string; namespace?: string };
  };
  return {
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    request: {
      uid: `00000000-0000-4000-8000-${String(uids).padStart(12, '0')}`,
      kind: { group: 'apps', version: 'v1', kind },
      resource: { group: 'apps', version: 'v1', resource: 'deployments' },
      operation: 'CREATE',
      namespace: metadata.namespace,
      name: metadata.name,
      userInfo: { username: 'ann@acme.example', groups: ['developers'] },
      object,
      dryRun: false,
      ...request,
    },
  };
}
