import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBody } from '../../ingest/decode';
import { kubernetesSource } from './source';

const receivedAt = new Date('2031-03-03T00:00:00Z');
const { documents } = decodeBody(
  readFileSync(join(__dirname, '__fixtures__', 'shop.yaml')),
);

function parse(value: any, cluster?: string) {
  const [report] = kubernetesSource.parse([{ value, path: '$' }], {
    receivedAt,
    cluster,
  });
  return report;
}

function find(kind: string, name: string = 'checkout') {
  const found = documents.find(
    ({ value }: any) => value.kind === kind && value.metadata.name === name,
  );
  return parse(found?.value, 'prod');
}

function specOf(kind: string, name?: string) {
  return find(kind, name).workloads[0].spec;
}

describe('kubernetesSource', () => {
  it('keeps a Deployment with what checks judge of it', () => {
    const { workloads, subject, read, skippedTotal } = find('Deployment');
    const [{ containers, spec, ...workload }] = workloads;
    expect({ read, skippedTotal }).toEqual({
      read: { workload: 1 },
      skippedTotal: 0,
    });
    expect(subject).toEqual(workload.subject);
    expect(workload).toEqual({
      subject: {
        kind: 'workload',
        cluster: 'prod',
        namespace: 'shop',
        workloadKind: 'Deployment',
        name: 'checkout',
        labels: { app: 'checkout', team: 'payments' },
      },
      annotations: { 'a8r.io/chat': '#payments' },
    });
    expect(spec).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      replicas: 2,
      selector: { matchLabels: { app: 'checkout' } },
      automountServiceAccountToken: false,
      hostNetwork: true,
      imagePullSecrets: [{ name: 'registry' }],
      securityContext: {
        runAsNonRoot: true,
        fsGroup: 2000,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      serviceAccountName: 'checkout',
      volumes: [
        { name: 'socket', type: 'hostPath', source: '/var/run/docker.sock' },
        { name: 'certificates', type: 'secret', source: 'tls' },
        { name: 'scratch', type: 'emptyDir' },
        { name: 'store', type: 'csi', source: 'secrets-store.csi.k8s.io' },
        {
          name: 'mixed',
          type: 'projected',
          projects: [
            { type: 'secret', source: 'signing' },
            { type: 'serviceAccountToken' },
          ],
        },
      ],
      podAnnotations: { 'vault.hashicorp.com/agent-inject': 'true' },
      podLabels: { app: 'checkout' },
    });
    expect(containers[0]).toEqual({
      name: 'app',
      image: {
        kind: 'image',
        name: 'registry.example/shop/checkout',
        tag: '2.0',
      },
      imageReference: 'registry.example/shop/checkout:2.0',
      imagePullPolicy: 'Always',
      securityContext: {
        privileged: true,
        readOnlyRootFilesystem: false,
        capabilities: { add: ['NET_ADMIN'], drop: ['ALL'] },
      },
      resources: { limits: { memory: '256Mi' }, requests: { cpu: 0.5 } },
      ports: [{ containerPort: 8080, hostPort: 80, protocol: 'TCP' }],
      env: [
        { name: 'API_TOKEN', from: 'literal' },
        { name: 'DB_PASSWORD', from: 'secret', source: 'database' },
        { name: 'MODE', from: 'configMap', source: 'settings' },
        { name: 'NODE', from: 'field' },
      ],
      envFrom: [{ from: 'secret', source: 'everything' }],
      volumeMounts: [
        {
          name: 'socket',
          mountPath: '/var/run/docker.sock',
          mountPropagation: 'Bidirectional',
        },
      ],
      livenessProbe: true,
    });
    expect(containers.slice(1)).toEqual([
      { name: 'proxy', imageReference: 'not an image!' },
      expect.objectContaining({
        name: 'migrate',
        init: true,
        image: {
          kind: 'image',
          name: 'registry.example/shop/migrate',
          digest: `sha256:${'1'.repeat(64)}`,
        },
      }),
    ]);
  });

  it('leaves absent what the manifest leaves out', () => {
    const [{ containers, spec }] = find('CronJob', 'nightly').workloads;
    expect(Object.keys(containers[0]).sort()).toEqual([
      'image',
      'imageReference',
      'name',
    ]);
    expect(JSON.parse(JSON.stringify(spec))).toEqual({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      schedule: '0 3 * * *',
      suspend: true,
      podAnnotations: {},
    });
  });

  it('keeps who can reach a workload', () => {
    expect(specOf('Service')).toMatchObject({
      type: 'NodePort',
      selector: { app: 'checkout' },
      ports: [{ port: 80, targetPort: 'http', nodePort: 30080 }],
    });
    expect(specOf('Ingress')).toMatchObject({
      tls: [{ hosts: ['shop.example'], secretName: 'shop-tls' }],
      rules: [
        {
          host: 'shop.example',
          http: {
            paths: [{ path: '/', backend: { service: { name: 'checkout' } } }],
          },
        },
      ],
    });
    expect(specOf('Route')).toMatchObject({
      host: 'shop.example',
      to: { kind: 'Service', name: 'checkout' },
      tls: { termination: 'edge' },
    });
  });

  it('tells a rule without peers from one with an empty selector', () => {
    expect(specOf('NetworkPolicy')).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      podSelector: { matchLabels: { app: 'checkout' } },
      policyTypes: ['Ingress'],
      ingress: [
        {},
        {
          from: [
            { ipBlock: { cidr: '10.0.0.0/8' } },
            { namespaceSelector: {} },
          ],
        },
      ],
    });
  });

  it('keeps what a workload may do', () => {
    expect(specOf('ServiceAccount')).toMatchObject({
      automountServiceAccountToken: false,
      imagePullSecrets: [{ name: 'registry' }],
    });
    const { workloads } = find('ClusterRoleBinding', 'shop:admins');
    expect(workloads[0].subject).toEqual({
      kind: 'workload',
      cluster: 'prod',
      workloadKind: 'ClusterRoleBinding',
      name: 'shop:admins',
    });
    expect(workloads[0].spec).toMatchObject({
      roleRef: { kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [
        { kind: 'ServiceAccount', name: 'checkout', namespace: 'shop' },
      ],
    });
  });

  it('keeps no data of Secrets and ConfigMaps, no values of variables, no arguments and no copies of manifests', () => {
    expect(specOf('Secret', 'database')).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'Opaque',
      keys: 2,
    });
    expect(specOf('ConfigMap', 'settings')).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      keys: 1,
    });
    const reports = kubernetesSource.parse(documents, { receivedAt });
    expect(JSON.stringify(reports)).not.toContain('do-not-keep-me');
  });

  it('keeps that a secret is managed elsewhere', () => {
    expect(specOf('ExternalSecret', 'database')).toEqual({
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
    });
  });

  it('keeps a Pod as its controller, and as itself if it has none', () => {
    expect(find('Pod', 'checkout-6d4f5b7c9d-x2k4t').subject).toMatchObject({
      workloadKind: 'Deployment',
      name: 'checkout',
    });
    expect(specOf('Pod', 'checkout-6d4f5b7c9d-x2k4t')).toMatchObject({
      kind: 'Pod',
    });
    expect(find('Pod', 'debug-1').subject).toMatchObject({
      workloadKind: 'Pod',
      name: 'debug-1',
    });
  });

  it('skips with a reason what it cannot keep', () => {
    expect(find('Pod', 'broken').skipped).toEqual([
      {
        path: '$',
        kind: 'workload',
        reason: 'spec.containers: expected a list',
      },
    ]);
    expect(find('HorizontalPodAutoscaler').skipped[0].reason).toBe(
      'HorizontalPodAutoscaler is not part of the inventory',
    );
    const named = (name: unknown) =>
      parse({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
    expect(named('../../x').skipped[0].reason).toBe(
      'metadata: Kubernetes allows no such name',
    );
    expect(named('../../x').subject).toEqual({
      kind: 'artifact',
      name: 'ConfigMap/../../x',
    });
    expect(named(7).skipped[0].reason).toBe('metadata.name: expected a name');
  });

  it('keeps the containers beside one that cannot be read, and warns', () => {
    const { workloads, warnings } = parse({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a' },
      spec: { containers: [{ name: 'a' }, null], initContainers: 'x' },
    });
    expect(workloads[0].containers).toEqual([{ name: 'a' }]);
    expect(warnings).toEqual([
      '$.spec.containers[1]: expected a named container',
      '$.spec.initContainers: expected a list',
    ]);
  });

  it('gives every document a report without scopes', () => {
    const reports = kubernetesSource.parse(documents, { receivedAt });
    expect(reports).toHaveLength(documents.length);
    expect(reports.flatMap(({ scopes }) => scopes)).toEqual([]);
  });

  it.each([
    ['v1', 'Pod', true],
    ['batch/v1', 'CronJob', true],
    ['argoproj.io/v1alpha1', 'Rollout', true],
    ['serving.knative.dev/v1', 'Service', true],
    ['argoproj.io/v1alpha1', 'Application', false],
    ['v1', 'Event', false],
    ['backstage.io/v1alpha1', 'Component', false],
    ['audit.k8s.io/v1', 'Event', false],
    ['admission.k8s.io/v1', 'AdmissionReview', false],
    ['constraints.gatekeeper.sh/v1beta1', 'K8sRequiredLabels', false],
    ['wgpolicyk8s.io/v1alpha2', 'PolicyReport', false],
    ['aquasecurity.github.io/v1alpha1', 'VulnerabilityReport', false],
  ])('recognises %s %s: %s', (apiVersion, kind, expected) => {
    const object = { apiVersion, kind, metadata: { name: 'a' } };
    expect(kubernetesSource.recognise(object)).toBe(expected);
  });

  it('does not recognise what has no kind, version or metadata', () => {
    for (const document of [{}, [], { kind: 'Pod', apiVersion: 'v1' }]) {
      expect(kubernetesSource.recognise(document)).toBe(false);
    }
  });
});
