import fc from 'fast-check';

/** Parts of manifests, the odd ones as likely as the usual ones. */
const some = <T>(...values: T[]) => fc.constantFrom(...values);

const flag = some(true, false);

function record<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record<T, never>(model, { requiredKeys: [] });
}

const profile = fc.record({
  type: some('RuntimeDefault', 'Localhost', 'Unconfined'),
});

const ofBoth = {
  runAsUser: some(0, 1, 10001),
  runAsNonRoot: flag,
  seccompProfile: profile,
  appArmorProfile: profile,
};

const capability = some('ALL', 'NET_ADMIN', 'CAP_CHOWN', 'NET_BIND_SERVICE');

const amounts = record({
  cpu: some<string | number>('0', '100m', 1),
  memory: some<string | number>('0', '64Mi', 0),
});

const environment = some(
  'DB_PASSWORD',
  'API_KEY',
  'apiKey',
  'TOKEN_TTL',
  'PASSWORD_FILE',
  'MAX_TOKENS',
  'PORT',
);

const container = (name: string) =>
  fc
    .tuple(
      some(
        'nginx',
        'acme/shop:1',
        'docker.io/library/nginx:1.29',
        'ghcr.io/acme/shop:1.4',
        'ghcr.io/acme-x/shop',
        'localhost:5000/shop',
      ),
      record({
        securityContext: record({
          ...ofBoth,
          privileged: flag,
          allowPrivilegeEscalation: flag,
          readOnlyRootFilesystem: flag,
          capabilities: record({
            add: fc.array(capability, { maxLength: 2 }),
            drop: fc.array(capability, { maxLength: 2 }),
          }),
        }),
        resources: record({ requests: amounts, limits: amounts }),
        volumeMounts: fc.array(
          fc.record(
            {
              name: some('data'),
              mountPath: some('/data'),
              mountPropagation: some(
                'None',
                'HostToContainer',
                'Bidirectional',
              ),
            },
            { requiredKeys: ['name', 'mountPath'] },
          ),
          { maxLength: 2 },
        ),
        ports: fc.array(
          fc.record(
            { containerPort: some(22, 8080), hostPort: some(22, 443) },
            { requiredKeys: ['containerPort'] },
          ),
          { maxLength: 2 },
        ),
        env: fc.array(
          fc.oneof(
            fc.record({ name: environment, value: some('', 'x') }),
            fc.record({ name: environment }),
            fc.record({
              name: environment,
              valueFrom: some<object>(
                { secretKeyRef: { name: 'db', key: 'password' } },
                { fieldRef: { fieldPath: 'metadata.name' } },
              ),
            }),
          ),
          { maxLength: 2 },
        ),
      }),
    )
    .map(([image, settings]) => ({ name, image, ...settings }));

const volume = some<object>(
  { name: 'a', emptyDir: {} },
  { name: 'b', hostPath: { path: '/var/log' } },
  { name: 'c', hostPath: { path: '/var/run/docker.sock' } },
  { name: 'd', hostPath: { path: '//run//containerd/' } },
  { name: 'e', hostPath: { path: '/' } },
  { name: 'f', secret: { secretName: 'db' } },
);

const podSpec = fc
  .tuple(
    fc.array(container('app'), { minLength: 1, maxLength: 1 }),
    record({
      initContainers: fc.array(container('init'), { maxLength: 1 }),
      ephemeralContainers: fc.array(container('debug'), { maxLength: 1 }),
      securityContext: record(ofBoth),
      hostNetwork: flag,
      hostPID: flag,
      hostIPC: flag,
      automountServiceAccountToken: flag,
      serviceAccountName: some('', 'default', 'shop'),
      serviceAccount: some('default', 'shop'),
      volumes: fc.array(volume, { maxLength: 2 }),
    }),
  )
  .map(([containers, settings]) => ({ containers, ...settings }));

const marks = record({
  annotations: fc.dictionary(
    some(
      'a8r.io/owner',
      'email',
      'note',
      'container.apparmor.security.beta.kubernetes.io/app',
    ),
    some(' ', 'unconfined', 'runtime/default', 'Team@acme.example '),
    { maxKeys: 2 },
  ),
  labels: fc.dictionary(some('team', 'owner', 'app'), some('', 'team-a'), {
    maxKeys: 2,
  }),
});

const template = fc.record(
  { metadata: marks, spec: podSpec },
  { requiredKeys: ['spec'] },
);

const named = marks.map(metadata => ({
  ...metadata,
  name: 'checkout',
  namespace: 'shop',
}));

/** An object that runs pods, of any kind. */
export const manifest: fc.Arbitrary<object> = fc.oneof(
  fc.tuple(named, podSpec).map(([metadata, spec]) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata,
    spec,
  })),
  fc
    .tuple(
      named,
      template,
      some('Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'),
    )
    .map(([metadata, pods, kind]) => ({
      apiVersion: 'apps/v1',
      kind,
      metadata,
      spec: { template: pods },
    })),
  fc.tuple(named, template).map(([metadata, pods]) => ({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata,
    spec: { jobTemplate: { spec: { template: pods } } },
  })),
);
