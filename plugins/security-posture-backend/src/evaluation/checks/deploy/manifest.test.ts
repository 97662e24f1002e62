import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBody } from '../../../ingest/decode';
import {
  annotationMap,
  type ObjectFacts,
  podContainers,
  podSettings,
  type WorkloadFacts,
} from '../../../model/facts';
import { kubernetesSource } from '../../../sources/kubernetes/source';
import { checkContext, componentFacts, now } from '../../__testUtils__/facts';
import { deployChecks } from '.';

const manifest = join(
  __dirname,
  '../../../sources/kubernetes/__fixtures__/shop.yaml',
);

/** The objects of a manifest as they come back from the inventory. */
const stored = kubernetesSource
  .parse(decodeBody(readFileSync(manifest)).documents, {
    receivedAt: now,
    cluster: 'prod',
  })
  .flatMap(({ workloads }) => workloads)
  // A Pod tells of the Deployment that controls it, but is not it.
  .filter(({ subject, spec }) => spec.kind === subject.workloadKind)
  .map(({ subject, annotations, containers, spec }) => ({
    subject,
    ...JSON.parse(JSON.stringify({ annotations, containers, spec })),
  }));

const workloads = stored
  .filter(({ containers }) => containers.length > 0)
  .map(
    ({ subject, annotations, containers, spec }): WorkloadFacts => ({
      subjectId: `${subject.workloadKind}/${subject.name}`,
      subject,
      labels: subject.labels ?? {},
      annotations: annotationMap.parse(annotations),
      configuration: {
        source: 'kubernetes',
        containers: podContainers.parse(containers),
        settings: podSettings.parse(spec),
      },
      images: [],
    }),
  );

const objects = stored
  .filter(({ containers }) => containers.length === 0)
  .map(
    ({ subject, annotations, spec }): ObjectFacts => ({
      subjectId: `${subject.workloadKind}/${subject.name}`,
      kind: subject.workloadKind,
      name: subject.name,
      cluster: subject.cluster,
      namespace: subject.namespace,
      labels: subject.labels ?? {},
      annotations: annotationMap.parse(annotations),
      spec,
    }),
  );

function judge(workloadId: string) {
  const facts = componentFacts({
    component: {
      entityRef: 'component:default/checkout',
      ownerRef: 'group:default/payments',
      tags: [],
    },
    workloads: workloads.filter(({ subjectId }) => subjectId === workloadId),
    objects,
  });
  return Object.fromEntries(
    deployChecks.map(check => [check.id, check.judge(facts, checkContext())]),
  );
}

const results = (judged: ReturnType<typeof judge>) =>
  Object.fromEntries(
    Object.entries(judged).map(([id, { result }]) => [id, result]),
  );

describe('a manifest', () => {
  it('is read as it is written', () => {
    const [{ configuration }] = workloads;
    expect(configuration?.settings).toMatchObject({
      kind: 'Deployment',
      serviceAccountName: 'checkout',
      automountServiceAccountToken: false,
      hostNetwork: true,
      podLabels: { app: 'checkout' },
      securityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    });
    expect(configuration?.settings.volumes).toHaveLength(5);
    expect(
      configuration?.containers.map(({ name, init }) => [name, init]),
    ).toEqual([
      ['app', undefined],
      ['proxy', undefined],
      ['migrate', true],
    ]);
    expect(configuration?.containers[0]).toMatchObject({
      image: { name: 'registry.example/shop/checkout', tag: '2.0' },
      resources: { limits: { memory: '256Mi' }, requests: { cpu: 0.5 } },
      ports: [{ containerPort: 8080, hostPort: 80, protocol: 'TCP' }],
      env: [
        { name: 'API_TOKEN', from: 'literal' },
        { name: 'DB_PASSWORD', from: 'secret', source: 'database' },
        { name: 'MODE', from: 'configMap', source: 'settings' },
        { name: 'NODE', from: 'field' },
      ],
      envFrom: [{ from: 'secret', source: 'everything' }],
      securityContext: {
        privileged: true,
        capabilities: { add: ['NET_ADMIN'], drop: ['ALL'] },
      },
      volumeMounts: [{ mountPropagation: 'Bidirectional' }],
    });
  });

  it('is judged by what it sets', () => {
    expect(results(judge('Deployment/checkout'))).toEqual({
      'deploy.image.vulns': 'unknown',
      'deploy.hostPath': 'fail',
      'deploy.runtimeSocket': 'fail',
      'deploy.mountPropagation': 'fail',
      'deploy.privileged': 'fail',
      'deploy.allowPrivilegeEscalation': 'fail',
      'deploy.caps.added': 'fail',
      'deploy.caps.dropAll': 'fail',
      'deploy.runAsNonRoot': 'pass',
      'deploy.readOnlyRootFs': 'fail',
      'deploy.seccomp': 'pass',
      'deploy.apparmor': 'pass',
      'deploy.hostNamespaces': 'fail',
      // It selects the pods, and lets everybody in.
      'deploy.netpol.ingress': 'warn',
      'deploy.netpol.egress': 'fail',
      'deploy.exposure': 'unknown',
      'deploy.sshport': 'pass',
      // The token is projected, though it is not mounted by default.
      'deploy.blast': 'fail',
      'deploy.secrets.env': 'fail',
      'deploy.secrets.configmap': 'unknown',
      'deploy.secrets.unused-exposure': 'warn',
      'deploy.secrets.manager': 'pass',
      'pod.sa.default': 'pass',
      'pod.sa.automount': 'pass',
      'pod.rbac.wildcard': 'fail',
      'deploy.resources': 'fail',
      'deploy.owner.annotation': 'pass',
      'deploy.owner.consistent': 'pass',
      'deploy.enforcement': 'unknown',
      'deploy.breakglass': 'pass',
      'deploy.owner.reachable': 'unknown',
    });
  });

  it('is judged by the defaults of Kubernetes where it sets nothing', () => {
    const judged = judge('CronJob/nightly');
    expect(results(judged)).toMatchObject({
      'deploy.privileged': 'pass',
      'deploy.allowPrivilegeEscalation': 'fail',
      'deploy.caps.added': 'pass',
      'deploy.caps.dropAll': 'fail',
      'deploy.runAsNonRoot': 'unknown',
      'deploy.readOnlyRootFs': 'fail',
      'deploy.seccomp': 'fail',
      'deploy.apparmor': 'pass',
      'deploy.hostNamespaces': 'pass',
      'deploy.netpol.ingress': 'fail',
      'deploy.secrets.manager': 'not-applicable',
      'pod.sa.default': 'fail',
      'pod.sa.automount': 'fail',
      'deploy.resources': 'fail',
      'deploy.owner.annotation': 'fail',
    });
    expect(judged['deploy.privileged'].summary).toBe('In order on 1 workload.');
    expect(judged['deploy.seccomp'].evidence).toMatchObject([
      { kind: 'workload', container: 'job', subject: { name: 'nightly' } },
    ]);
  });
});
