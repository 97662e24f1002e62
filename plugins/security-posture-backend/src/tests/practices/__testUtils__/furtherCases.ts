import type { Cases } from './given';
import {
  deployment,
  list,
  networkPolicy,
  role,
  service,
  scorecard,
} from './manifests';

const juiceShop = 'trivy/scb-juice-shop-v10.2.0.json';
const alpine = 'trivy/trivy-alpine-310.json';
const created = 'k8s-audit/falco-create_deployment.json';
const provenance = 'intoto/guac-oci-dsse-att.json';
const scorecards = 'sarif/scorecard-check3.sarif';
const registry = {
  host: 'docker.io',
  private: true,
  accessControl: true,
  builtInScanning: true,
  signed: false,
};
const own = (path: string) => ({ own: `sources/${path}` });

export const furtherCases: Cases = {
  'build.registry.capabilities': {
    fail: {
      send: [juiceShop],
      policy: { registries: [{ ...registry, builtInScanning: false }] },
      says: /no scanning/,
    },
    pass: { send: [juiceShop], policy: { registries: [registry] } },
    unknown: juiceShop,
  },
  'build.image.signed': {
    warn: provenance,
    pass: { send: [own('cosign/__fixtures__/verify.json')] },
    unknown: juiceShop,
  },
  'build.provenance': {
    fail: {
      send: [provenance],
      policy: { trustedBuilders: ['https://github.com/slsa-framework/*'] },
    },
    warn: provenance,
    pass: {
      send: [
        own('intoto/__fixtures__/slsa-v1.json'),
        own('cosign/__fixtures__/verify.json'),
      ],
      component: { sourceLocation: 'https://github.com/acme/shop' },
    },
    unknown: juiceShop,
  },
  'build.base.trusted': {
    fail: {
      send: [{ own: 'examples/reports/build/feature-flags.json' }],
      policy: { trustedBaseImages: ['docker.io/acme/*'] },
    },
    pass: {
      send: [{ own: 'examples/reports/build/feature-flags.json' }],
      policy: { trustedBaseImages: ['*'] },
    },
    unknown: juiceShop,
  },
  'ci.securityAsCode': {
    fail: alpine,
    warn: 'trivy/jenkins-trivy_misconfigurations.json',
    pass: scorecards,
    unknown: created,
  },
  'ci.pinned-actions': {
    fail: { send: [scorecard('PinnedDependenciesID')] },
    pass: scorecards,
    unknown: alpine,
  },
  'ci.token-permissions': {
    fail: { send: [scorecard('TokenPermissionsID')] },
    pass: scorecards,
    unknown: alpine,
  },
  'ci.branch-protection': {
    fail: { send: [scorecard('BranchProtectionID')] },
    pass: scorecards,
    unknown: alpine,
  },
  'ci.dangerous-workflow': {
    fail: { send: [scorecard('DangerousWorkflowID')] },
    pass: scorecards,
    unknown: alpine,
  },
  'ci.admin.limited': {
    fail: {
      send: ['trivy/scb-local-k8s-scan-result.json'],
      component: { type: 'ci' },
    },
    pass: {
      send: [list(deployment(), service, networkPolicy, ...role)],
      component: { tags: ['ci'] },
    },
    unknown: { send: [created], component: { type: 'ci' } },
    'not-applicable': created,
  },
};
