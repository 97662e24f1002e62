import type { WorkloadRun } from '../falco/workloadRun';
import * as commerce from '../images/commerce';
import * as platform from '../images/platform';

/** The cluster that everything runs in. */
export const CLUSTER = 'prod';

/** Runs the release of the day before yesterday. */
export const checkout: WorkloadRun = {
  namespace: 'payments',
  kind: 'Deployment',
  name: 'checkout',
  container: 'app',
  image: commerce.checkout,
  replicas: 4,
};

export const paymentGateway: WorkloadRun = {
  namespace: 'payments',
  kind: 'Deployment',
  name: 'payment-gateway',
  container: 'gateway',
  image: commerce.paymentGateway,
  replicas: 3,
};

export const settlementBatch: WorkloadRun = {
  namespace: 'payments',
  kind: 'CronJob',
  name: 'settlement-batch',
  container: 'settlement',
  image: commerce.settlementBatch,
  replicas: 7,
};

/** Still on 3.7.2, although 3.8.0 was built and scanned. */
export const cart: WorkloadRun = {
  namespace: 'cart',
  kind: 'Deployment',
  name: 'cart',
  container: 'cart',
  image: commerce.cartRunning,
  replicas: 3,
};

export const wishlist: WorkloadRun = {
  namespace: 'cart',
  kind: 'Deployment',
  name: 'wishlist',
  container: 'wishlist',
  image: commerce.wishlist,
  replicas: 1,
};

export const storefront: WorkloadRun = {
  namespace: 'storefront',
  kind: 'Deployment',
  name: 'storefront',
  container: 'web',
  image: commerce.storefront,
  replicas: 4,
};

export const searchApi: WorkloadRun = {
  namespace: 'search-api',
  kind: 'Deployment',
  name: 'search-api',
  container: 'api',
  image: platform.searchApi,
  replicas: 2,
};

export const ingressGateway: WorkloadRun = {
  namespace: 'ingress',
  kind: 'DaemonSet',
  name: 'ingress-gateway',
  container: 'nginx',
  image: platform.ingressGateway,
  replicas: 5,
};

export const imageBuilder: WorkloadRun = {
  namespace: 'ci',
  kind: 'StatefulSet',
  name: 'image-builder',
  container: 'builder',
  image: platform.imageBuilder,
  replicas: 2,
};

export const featureFlags: WorkloadRun = {
  namespace: 'flags',
  kind: 'Deployment',
  name: 'feature-flags',
  container: 'flags',
  image: platform.featureFlags,
  replicas: 3,
};

/** Nobody's. */
export const hackdayBot: WorkloadRun = {
  namespace: 'sandbox',
  kind: 'Deployment',
  name: 'hackday-bot',
  container: 'bot',
  image: platform.hackdayBot,
  replicas: 1,
};
