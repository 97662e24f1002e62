import {
  reportList,
  singleReport,
  yamlReports,
} from '../kyverno/exampleReport';
import {
  countsOf,
  namespaceReport,
  policyReport,
  type PolicyReportOptions,
  type Verdict,
} from '../kyverno/policyReport';
import type { ExampleReport } from '../report';
import { ago } from '../time';
import { toYaml } from '../yaml';
import { CLUSTER } from './workloads';

/** Policies that fail in one way. */
function fails(...policies: string[]): Record<string, Verdict> {
  return Object.fromEntries(policies.map(policy => [policy, 'fail']));
}

function report(
  workload: string,
  at: Date,
  verdicts: Record<string, Verdict>,
  atAdmission: string[] = [],
) {
  const [namespace, kind, name] = workload.split('/');
  return policyReport({
    namespace,
    kind: kind as PolicyReportOptions['kind'],
    name,
    at,
    verdicts,
    atAdmission,
  });
}

/** As admitted when nobody looked, and never touched again. */
const wishlist = report('cart/Deployment/wishlist', ago(20, 2), {
  ...fails(
    'disallow-capabilities-strict',
    'disallow-privilege-escalation',
    'require-labels',
    'require-ro-rootfs',
    'require-run-as-nonroot',
    'restrict-seccomp-strict',
  ),
  'require-pod-probes': 'warn',
});

const ingressGateway = report('ingress/DaemonSet/ingress-gateway', ago(1, 10), {
  ...fails('disallow-capabilities-strict', 'require-ro-rootfs'),
  'disallow-host-namespaces': { exception: 'ingress-on-the-nodes' },
  'disallow-host-ports': { exception: 'ingress-on-the-nodes' },
});

const imageBuilder = report('ci/StatefulSet/image-builder', ago(1, 10), {
  ...fails(
    'disallow-capabilities',
    'disallow-capabilities-strict',
    'disallow-host-path',
    'disallow-privilege-escalation',
    'require-requests-limits',
    'require-ro-rootfs',
    'require-run-as-nonroot',
    'restrict-seccomp',
    'restrict-seccomp-strict',
    'restrict-volume-types',
  ),
  'disallow-privileged-containers': { exception: 'builds-need-privileges' },
  'require-pod-probes': 'warn',
});

const legacyInvoicing = report(
  'finance/Deployment/legacy-invoicing',
  ago(1, 10),
  {
    ...fails(
      'disallow-capabilities-strict',
      'disallow-privilege-escalation',
      'disallow-secrets-from-env-vars',
      'require-labels',
      'require-requests-limits',
      'require-ro-rootfs',
      'require-run-as-nonroot',
      'restrict-automount-sa-token',
      'restrict-seccomp-strict',
    ),
    'require-pod-probes': 'warn',
  },
);

const hackdayBot = report('sandbox/Deployment/hackday-bot', ago(1, 10), {
  ...fails(
    'disallow-capabilities-strict',
    'disallow-latest-tag',
    'disallow-privilege-escalation',
    'require-labels',
    'require-requests-limits',
    'require-ro-rootfs',
    'require-run-as-nonroot',
    'restrict-automount-sa-token',
    'restrict-image-registries',
    'restrict-seccomp-strict',
  ),
  'require-pod-probes': 'warn',
});

const paymentGateway = report(
  'payments/Deployment/payment-gateway',
  ago(1, 9),
  {
    ...fails('require-ro-rootfs'),
    'require-pod-probes': 'warn',
    'restrict-volume-types': { exception: 'certificates-of-the-bank' },
  },
);

const settlementBatch = report('payments/CronJob/settlement-batch', ago(1, 9), {
  ...fails(
    'disallow-secrets-from-env-vars',
    'require-requests-limits',
    'require-run-as-nonroot',
  ),
  'require-pod-probes': { exception: 'jobs-have-no-probes' },
});

const cart = report('cart/Deployment/cart', ago(1, 9), {
  ...fails('require-ro-rootfs', 'restrict-seccomp-strict'),
});

const storefront = report('storefront/Deployment/storefront', ago(1, 9), {
  ...fails('require-requests-limits', 'restrict-automount-sa-token'),
  'require-pod-probes': 'warn',
});

const searchApi = report('search-api/Deployment/search-api', ago(1, 9), {
  ...fails('require-labels', 'require-ro-rootfs'),
});

const searchIndexer = report('search/StatefulSet/search-indexer', ago(1, 9), {
  ...fails(
    'disallow-capabilities-strict',
    'disallow-privilege-escalation',
    'require-requests-limits',
    'require-run-as-nonroot',
    'restrict-seccomp-strict',
  ),
});

const checkout = report(
  'payments/Deployment/checkout',
  ago(0, 20),
  {
    ...fails(
      'disallow-capabilities-strict',
      'disallow-host-path',
      'disallow-privilege-escalation',
      'disallow-privileged-containers',
      'disallow-secrets-from-env-vars',
      'require-requests-limits',
      'require-ro-rootfs',
      'require-run-as-nonroot',
      'restrict-automount-sa-token',
      'restrict-seccomp-strict',
      'restrict-volume-types',
    ),
    'require-pod-probes': 'warn',
  },
  ['disallow-privileged-containers', 'disallow-host-path'],
);

const featureFlags = report('flags/Deployment/feature-flags', ago(0, 5), {});

const sandbox = namespaceReport('sandbox', ago(0, 9), true);

/** What Kyverno says about the workloads of the cluster. */
export const admission: ExampleReport[] = [
  singleReport(at('wishlist.json', ago(20, 2)), wishlist),
  reportList(at('platform.json', ago(1, 10)), [
    ingressGateway,
    imageBuilder,
    legacyInvoicing,
  ]),
  {
    ...singleReport(at('hackday-bot.json', ago(1, 10)), hackdayBot),
    components: [],
  },
  yamlReports(at('payments.yaml', ago(1, 9)), [
    paymentGateway,
    settlementBatch,
  ]),
  reportList(at('shop.json', ago(1, 9)), [
    cart,
    storefront,
    searchApi,
    searchIndexer,
  ]),
  yamlReports(at('checkout.yaml', ago(0, 20)), [checkout]),
  {
    file: 'deploy/namespace-sandbox.yaml',
    at: ago(0, 9),
    components: [],
    body: toYaml(sandbox),
    counts: countsOf([sandbox]),
    sender: { cluster: CLUSTER },
  },
  singleReport(at('feature-flags.json', ago(0, 5)), featureFlags),
];

function at(file: string, time: Date) {
  return { file: `deploy/${file}`, at: time, cluster: CLUSTER };
}
