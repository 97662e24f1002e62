import type { Case, Cases } from './given';
import {
  deployment,
  list,
  loadBalancer,
  networkPolicy,
  object,
  role,
  service,
} from './manifests';

/** A Deployment with nothing set, as the API server recorded it. */
const created = 'k8s-audit/falco-create_deployment.json';
const hostNetwork = 'k8s-audit/falco-create_nginx_pod_hostnetwork.json';
const privileged = 'k8s-audit/falco-create_nginx_pod_privileged.json';
const fairwinds = 'k8s-audit/fairwinds-audit-validating-admission-policy.json';
const kind = 'trivy/scb-local-k8s-scan-result.json';
const nginx = 'trivy-operator/dd-vulnerabilityreport_many.json';
/** Tells of no workload. */
const scan = 'trivy/trivy-alpine-310.json';
const spring = 'trivy/trivy-spring4shell-jre8.json';
const springImage = 'ghcr.io/aquasecurity/trivy-test-images:spring4shell-jre8';
const kev = 'kev/kev-2025-08.json';

const checkout = { own: 'sources/kubernetes/__fixtures__/shop.yaml' };
const bad: Case = { send: [checkout], says: /checkout/ };
const flags: Case = {
  send: [{ own: 'examples/reports/deploy/feature-flags.json' }],
};

const secretEnv = {
  container: {
    env: [
      {
        name: 'DB_PASSWORD',
        valueFrom: { secretKeyRef: { name: 'database', key: 'password' } },
      },
    ],
  },
};

export const deployCases: Cases = {
  'deploy.image.vulns': {
    fail: { send: [nginx], says: /CVE-2023-23914 in curl/ },
    pass: 'trivy-operator/dd-vulnerabilityreport_no_vuln.json',
    unknown: scan,
  },
  'deploy.hostPath': {
    fail: { send: [kind], says: /etcd-kind-control-plane/ },
    pass: created,
    unknown: scan,
  },
  'deploy.runtimeSocket': { fail: bad, pass: created, unknown: scan },
  'deploy.mountPropagation': { fail: bad, pass: created, unknown: scan },
  'deploy.privileged': {
    fail: { send: [privileged], says: /nginx-deployment runs privileged/ },
    pass: 'admissionreview/kubewarden-pod-unprivileged.json',
    unknown: scan,
  },
  'deploy.allowPrivilegeEscalation': {
    fail: created,
    pass: flags,
    unknown: scan,
  },
  'deploy.caps.added': {
    fail: { send: [kind], says: /coredns and kindnet/ },
    pass: created,
    unknown: scan,
  },
  'deploy.caps.dropAll': { fail: created, pass: flags, unknown: scan },
  'deploy.runAsNonRoot': {
    fail: 'trivy/dd-kubernetes.json',
    pass: fairwinds,
    unknown: created,
  },
  'deploy.readOnlyRootFs': { fail: created, pass: flags, unknown: scan },
  'deploy.seccomp': { fail: created, pass: flags, unknown: scan },
  'deploy.apparmor': {
    fail: {
      send: [
        list(
          deployment({
            container: {
              securityContext: { appArmorProfile: { type: 'Unconfined' } },
            },
          }),
        ),
      ],
    },
    pass: created,
    unknown: scan,
  },
  'deploy.hostNamespaces': {
    fail: { send: [hostNetwork], says: /nginx-deployment/ },
    pass: created,
    unknown: scan,
  },
  'deploy.netpol.ingress': {
    fail: { send: [list(deployment(), service)] },
    pass: { send: [list(deployment(), networkPolicy)] },
    unknown: created,
  },
  'deploy.netpol.egress': {
    fail: { send: [list(deployment(), service)] },
    pass: { send: [list(deployment(), networkPolicy)] },
    unknown: created,
  },
  'deploy.exposure': {
    warn: { send: [hostNetwork], says: /network of the nodes/ },
    pass: { send: [list(deployment(), service)] },
    unknown: created,
  },
  'deploy.sshport': {
    fail: {
      send: [
        list(deployment({ container: { ports: [{ containerPort: 22 }] } })),
      ],
    },
    pass: created,
    unknown: scan,
  },
  'deploy.blast': {
    fail: { send: [kind], says: /dangerous permissions/ },
    pass: { send: [list(deployment(), ...role)] },
    unknown: created,
  },
  'deploy.secrets.manager': {
    fail: {
      send: [
        list(
          deployment(secretEnv),
          object('v1', 'Secret', 'database', { type: 'Opaque' }),
        ),
      ],
    },
    pass: {
      send: [
        list(
          deployment(secretEnv),
          object('external-secrets.io/v1', 'ExternalSecret', 'database', {
            spec: {},
          }),
        ),
      ],
    },
    unknown: scan,
    'not-applicable': created,
  },
  'deploy.resources': { fail: created, pass: flags, unknown: scan },
  'deploy.owner.annotation': {
    fail: { send: [created], says: /does not name an owner/ },
    pass: fairwinds,
    unknown: scan,
  },
  'deploy.owner.consistent': {
    fail: { send: [fairwinds], says: /another owner/ },
    pass: { send: [fairwinds], component: { owner: 'group:default/team1' } },
    unknown: created,
  },
  'deploy.enforcement': {
    warn: { send: ['policyreport/kyverno-blog-1.12.yaml'], says: /staging-ns/ },
    pass: 'k8s-audit/psa-audit-violation-event.json',
    unknown: created,
  },
  'deploy.breakglass': {
    fail: {
      send: [
        list(
          deployment({
            annotations: { 'admission.stackrox.io/break-glass': 'ticket-1' },
          }),
        ),
      ],
    },
    pass: created,
    unknown: scan,
  },
  'deploy.owner.reachable': {
    fail: { send: [scan], component: { owner: 'group:default/nobody' } },
    warn: { send: [scan], component: { owner: 'group:default/quiet' } },
    pass: scan,
  },
  'combination.privileged-fixable-critical': {
    fail: { send: [kind], says: /kube-proxy/ },
    pass: [hostNetwork, nginx],
    unknown: created,
  },
  'combination.exposed-known-exploited': {
    fail: {
      send: [
        spring,
        list(deployment({ container: { image: springImage } }), loadBalancer),
      ],
      kev,
    },
    pass: { send: [hostNetwork, nginx], kev },
    unknown: [hostNetwork],
  },
  'combination.denied-yet-running': {
    warn: {
      send: [{ own: 'sources/k8s-audit/__fixtures__/admitted.ndjson' }],
    },
    pass: created,
    unknown: scan,
  },
};
