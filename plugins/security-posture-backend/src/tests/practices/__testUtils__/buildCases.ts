import {
  checkedConfigMap,
  deployment,
  juiceShop10,
  list,
  role,
  running,
} from './manifests';
import type { Cases } from './given';

const juiceShop = 'trivy/scb-juice-shop-v10.2.0.json';
const juiceShop12 = 'trivy/scb-juice-shop-v12.10.2-empty-results.json';
const alpine = 'trivy/trivy-alpine-310.json';
/** Tells of packages, and of no vulnerability, secret or configuration. */
const mongo = 'cyclonedx/guac-big-mongo-cyclonedx.json';
const nested = 'cyclonedx/guac-cyclonedx-components-nested.json';
const syft = 'cyclonedx/heimdall-syft-scan-alpine-container.json';
/** An old report, which tells of vulnerabilities alone. */
const legacy = 'trivy/dd-legacy_many_vulns.json';
/** Vulnerabilities in the packages of languages alone. */
const spring = 'trivy/trivy-spring4shell-jre8.json';
const created = 'k8s-audit/falco-create_deployment.json';

const registry = {
  host: 'docker.io/bkimminich',
  private: true,
  accessControl: true,
  builtInScanning: true,
  signed: false,
};

export const buildCases: Cases = {
  'build.registry.trusted': {
    fail: {
      send: [juiceShop],
      policy: { trustedRegistries: ['registry.example.com'] },
      says: /juice-shop/,
    },
    pass: {
      send: [juiceShop],
      policy: { trustedRegistries: ['docker.io/bkimminich'] },
    },
    unknown: juiceShop,
  },
  'build.registry.private': {
    warn: juiceShop,
    pass: { send: [juiceShop], policy: { registries: [registry] } },
    unknown: 'intoto/guac-oci-dsse-att.json',
  },
  'build.image.minimal': {
    fail: { send: [mongo], says: /153 packages/ },
    warn: 'cyclonedx/trivy-fluentd-multiple-lockfiles.cdx.json',
    pass: syft,
    unknown: alpine,
  },
  'build.base.fresh': {
    fail: { send: [alpine], says: /alpine 3\.10\.2 is out of support/ },
    pass: 'trivy/dd-all_statuses.json',
    unknown: legacy,
  },
  'build.base.outdated': {
    fail: { send: [juiceShop], says: /59 vulnerabilities/ },
    pass: juiceShop12,
    unknown: alpine,
  },
  'build.deps.outdated': {
    fail: { send: ['trivy/trivy-pnpm.json'], says: /lodash 4\.17\.4/ },
    warn: 'trivy/trivy-npm-with-dev.json',
    pass: alpine,
    unknown: mongo,
  },
  'combination.old-digest-running': {
    fail: [juiceShop, juiceShop12, running(juiceShop10)],
    pass: [juiceShop, running(juiceShop10)],
    unknown: [juiceShop, juiceShop12],
  },
  'build.image.pkgmgr': {
    fail: { send: ['grype/samplescan-grype_nginx.json'], says: /: apt\./ },
    pass: nested,
    unknown: spring,
  },
  'build.image.nettools': {
    fail: { send: ['grype/samplescan-grype_nginx.json'], says: /: curl\./ },
    warn: { send: [syft], says: /busybox/ },
    pass: mongo,
    unknown: spring,
  },
  'build.image.shells': {
    fail: { send: [mongo], says: /bash and dash/ },
    pass: nested,
    unknown: spring,
  },
  'build.image.compilers': {
    fail: { send: ['grype/dd-many_vulns.json'], says: /gcc-8/ },
    pass: mongo,
    unknown: spring,
  },
  'build.image.debuggers': {
    fail: {
      send: [
        {
          body: {
            bomFormat: 'CycloneDX',
            specVersion: '1.6',
            metadata: {
              component: { type: 'container', name: 'ghcr.io/acme/shop:1.4' },
            },
            components: [
              {
                type: 'library',
                name: 'gdb',
                version: '13.1-3',
                purl: 'pkg:deb/debian/gdb@13.1-3',
              },
            ],
          },
        },
      ],
      says: /gdb/,
    },
    pass: mongo,
    unknown: spring,
  },
  'build.scan.recent': {
    fail: { send: [juiceShop], daysLater: 8 },
    pass: juiceShop,
    unknown: mongo,
  },
  'build.scan.coverage': {
    fail: [
      'cyclonedx/bomex-juice-shop-11.1.2.json',
      'cyclonedx/grype-image.cdx.json',
    ],
    pass: 'trivy/trivy-fluentd-gems.json',
    unknown: mongo,
  },
  'build.ci.integrated': {
    fail: alpine,
    warn: {
      send: ['trivy/jenkins-trivy_misconfigurations.json'],
      daysLater: 8,
    },
    pass: 'trivy/jenkins-trivy_misconfigurations.json',
    unknown: created,
  },
  'build.secrets.none': {
    fail: { send: ['trivy/trivy-secrets.json'], says: /^2 secrets/ },
    pass: alpine,
    unknown: mongo,
  },
  'build.secrets.plaintext': {
    fail: { send: ['gitleaks/dd-gitleaks8_many.json'], says: /conf\/rsa\.pk/ },
    pass: alpine,
    unknown: mongo,
  },
  'combination.leaked-secret-running': {
    fail: 'trivy-operator/dd-exposedsecretreport_many.json',
    pass: [juiceShop12, running('bkimminich/juice-shop:v12.10.2')],
    unknown: alpine,
  },
  'deploy.secrets.configmap': {
    fail: 'trivy/scb-local-k8s-scan-result.json',
    pass: { send: [checkedConfigMap] },
    unknown: created,
  },
  'deploy.secrets.env': {
    fail: { send: [{ own: 'sources/kubernetes/__fixtures__/shop.yaml' }] },
    pass: created,
    unknown: alpine,
  },
  'image.env.secret': {
    fail: { send: ['grype/dd-check_all_fields.json'], says: /PASSWORD/ },
    pass: juiceShop,
    unknown: legacy,
  },
  'deploy.secrets.unused-exposure': {
    warn: created,
    pass: { send: [list(deployment())] },
    unknown: alpine,
  },
  'gate.fixable-high': {
    fail: { send: [juiceShop], says: /^107 vulnerabilities/ },
    warn: 'trivy/trivy-gomod-vex.json',
    pass: alpine,
    unknown: mongo,
  },
  'gate.scan-missing': { fail: mongo, pass: juiceShop },
  'gate.scan-stale': {
    fail: { send: [juiceShop], daysLater: 8, says: /juice-shop/ },
    pass: juiceShop,
    unknown: mongo,
  },
  'image.user.root': {
    fail: alpine,
    pass: juiceShop,
    unknown: legacy,
  },
  'pod.sa.default': {
    fail: created,
    pass: { send: [list(deployment())] },
    unknown: alpine,
  },
  'pod.sa.automount': {
    fail: created,
    pass: { send: [list(deployment())] },
    unknown: alpine,
  },
  'pod.rbac.wildcard': {
    fail: { send: ['trivy/scb-local-k8s-scan-result.json'] },
    pass: { send: [list(deployment(), ...role)] },
    unknown: created,
  },
};
