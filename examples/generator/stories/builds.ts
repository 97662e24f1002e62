import * as commerce from '../images/commerce';
import * as platform from '../images/platform';
import { componentLibrary } from '../facts/packages/node';
import type { ExampleReport } from '../report';
import { ago } from '../time';
import { arrayScan } from '../trivy/arrayScan';
import { imageScan } from '../trivy/imageScan';
import { repositoryScan } from '../trivy/repositoryScan';

const RUNS_AS_ROOT = {
  number: 2,
  message: 'No USER line names an account other than root',
};
const NO_HEALTH_CHECK = { number: 26, message: 'No HEALTHCHECK line' };

/** What scanners said in the pipelines of the last three weeks. */
export const builds: ExampleReport[] = [
  imageScan({
    file: 'build/wishlist.json',
    image: commerce.wishlist,
    at: ago(20, 1),
    components: ['wishlist'],
    release: '0.58.1',
  }),
  imageScan({
    file: 'build/cart-3.6.0.json',
    image: commerce.cartOld,
    at: ago(13, 4),
    components: ['cart'],
    release: '0.58.1',
    withoutPackages: true,
  }),
  imageScan({
    file: 'build/checkout-2.13.0.json',
    image: commerce.checkoutBefore,
    at: ago(9, 2),
    components: ['checkout'],
    withoutPackages: true,
    checks: checkoutChecks(),
  }),
  imageScan({
    file: 'build/cart-3.7.2.json',
    image: commerce.cartRunning,
    at: ago(6, 4),
    components: ['cart'],
  }),
  imageScan({
    file: 'build/ingress-gateway.json',
    image: platform.ingressGateway,
    at: ago(5, 3),
    components: ['ingress-gateway'],
  }),
  imageScan({
    file: 'build/search-api.json',
    image: platform.searchApi,
    at: ago(4, 6),
    components: ['search-api'],
  }),
  imageScan({
    file: 'build/image-builder.json',
    image: platform.imageBuilder,
    at: ago(3, 20),
    components: ['image-builder'],
    checks: [RUNS_AS_ROOT, NO_HEALTH_CHECK],
  }),
  arrayScan({
    file: 'build/legacy-invoicing.json',
    at: ago(3, 11),
    components: ['legacy-invoicing'],
    image: 'registry.acme.example/finance/legacy-invoicing:2019.4',
    archive: 'opt/tomcat/webapps/invoicing.war',
    entityRef: 'component:default/legacy-invoicing',
  }),
  imageScan({
    file: 'build/settlement-batch.json',
    image: commerce.settlementBatch,
    at: ago(3, 2),
    components: ['settlement-batch'],
    secrets: [
      {
        path: '/app/config/settlement.env',
        found: [
          {
            rule: 'aws-access-key-id',
            match: 'ARCHIVE_ACCESS_KEY_ID=********************',
            line: 4,
            before: 'ARCHIVE_BUCKET=acme-settlements',
          },
          {
            rule: 'aws-secret-access-key',
            match:
              'ARCHIVE_SECRET_ACCESS_KEY=****************************************',
            line: 5,
            after: 'ARCHIVE_REGION=eu-central-1',
          },
        ],
      },
      {
        path: '/app/keys/bank_sftp',
        found: [
          {
            rule: 'private-key',
            match: '****************************************',
            line: 2,
          },
        ],
      },
    ],
  }),
  repositoryScan({
    file: 'build/acme-ui-kit-repository.json',
    at: ago(2, 16),
    components: ['acme-ui-kit'],
    repository: 'https://github.com/acme/ui-kit',
    branch: 'main',
    author: 'Noor Haddad <noor.haddad@acme.example>',
    subject: 'Let buttons be as wide as their text',
    lockFile: { path: 'package-lock.json', libraries: componentLibrary },
  }),
  imageScan({
    file: 'build/hackday-bot.json',
    image: platform.hackdayBot,
    at: ago(2, 9),
    components: [],
  }),
  imageScan({
    file: 'build/search-indexer.json',
    image: platform.searchIndexer,
    at: ago(2, 5),
    components: ['search-indexer'],
    secrets: [
      {
        path: '/app/indexer/settings.py',
        found: [
          {
            rule: 'slack-web-hook',
            match: 'ALERTS = "*************************************"',
            line: 17,
            before: '# channel of team-search',
            after: 'BATCH = 500',
          },
        ],
      },
    ],
  }),
  imageScan({
    file: 'build/payment-gateway.json',
    image: commerce.paymentGateway,
    at: ago(2, 3),
    components: ['payment-gateway'],
    checks: [NO_HEALTH_CHECK],
  }),
  repositoryScan({
    file: 'build/checkout-repository.json',
    at: ago(1, 8),
    components: ['checkout'],
    repository: 'https://github.com/acme/checkout',
    branch: 'main',
    author: 'Lena Fischer <lena.fischer@acme.example>',
    subject: 'Take vouchers as files',
    dockerfile: {
      path: 'Dockerfile',
      failed: [
        RUNS_AS_ROOT,
        { number: 5, message: 'ADD in line 6 unpacks nothing', line: 6 },
        { number: 17, message: 'apt-get update stands alone', line: 3 },
        { number: 29, message: 'apt-get install takes it all', line: 4 },
      ],
    },
    secrets: [
      {
        path: 'scripts/release.sh',
        found: [
          {
            rule: 'github-pat',
            match:
              'export GITHUB_TOKEN=****************************************',
            line: 9,
            before: '# TODO move to the vault',
            after: 'gh release create "$VERSION"',
          },
        ],
      },
    ],
  }),
  imageScan({
    file: 'build/checkout.json',
    image: commerce.checkout,
    at: ago(1, 7),
    components: ['checkout'],
    checks: checkoutChecks(),
    runUrl: 'https://ci.acme.example/checkout/runs/4711',
  }),
  imageScan({
    file: 'build/cart.json',
    image: commerce.cart,
    at: ago(1, 5),
    components: ['cart'],
  }),
  imageScan({
    file: 'build/storefront.json',
    image: commerce.storefront,
    at: ago(1, 2),
    components: ['storefront'],
    entityRef: 'component:default/storefront',
    runUrl: 'https://ci.acme.example/storefront/runs/1208',
  }),
  imageScan({
    file: 'build/feature-flags.json',
    image: platform.featureFlags,
    at: ago(0, 6),
    components: ['feature-flags'],
    checks: [],
  }),
];

function checkoutChecks() {
  return [
    RUNS_AS_ROOT,
    NO_HEALTH_CHECK,
    { number: 31, message: 'PAYMENT_API_KEY is set with ENV' },
  ];
}
