import type { Cases } from './given';
import { juiceShop10, running } from './manifests';

const created = 'k8s-audit/falco-create_deployment.json';
const nginx = 'trivy-operator/dd-vulnerabilityreport_many.json';
const scan = 'trivy/trivy-alpine-310.json';
const shell = 'falco/falco-docs-http-output.json';
const juiceShop = 'trivy/scb-juice-shop-v10.2.0.json';
const inExamples = (file: string) => ({ own: `examples/reports/${file}` });

export const runtimeCases: Cases = {
  'runtime.scan': {
    fail: created,
    warn: [juiceShop, running(juiceShop10)],
    pass: nginx,
    unknown: scan,
  },
  'runtime.drift.unscanned': {
    fail: 'trivy-operator/dd-findings_in_list.json',
    pass: { send: [juiceShop, running(juiceShop10)] },
    unknown: created,
  },
  'combination.unscanned-running': {
    fail: 'stackrox/rox-sentinel-example-alert.json',
    pass: nginx,
    unknown: scan,
  },
  'runtime.privesc': {
    fail: {
      send: [inExamples('runtime/platform.ndjson')],
      says: /Mount Launched/,
    },
    pass: shell,
    unknown: scan,
  },
  'runtime.netflow': {
    warn: {
      send: ['falco/falco-part2-openfaas.ndjson'],
      says: /K8S API Server/,
    },
    pass: shell,
    unknown: scan,
  },
  'runtime.miner': {
    fail: { send: [inExamples('runtime/sandbox.ndjson')], says: /miner pool/ },
    pass: shell,
    unknown: scan,
  },
  'runtime.malexec': {
    fail: { send: [shell], says: /Terminal shell in container/ },
    pass: 'stackrox/rox-ui-alerts-list.json',
    unknown: scan,
  },
  'combination.shell-used': {
    fail: [
      inExamples('build/checkout.json'),
      inExamples('deploy/checkout.yaml'),
      inExamples('runtime/payments.ndjson'),
    ],
    pass: [
      inExamples('build/wishlist.json'),
      inExamples('deploy/wishlist.json'),
      inExamples('runtime/wishlist.ndjson'),
    ],
    unknown: shell,
  },
};
