import { readLines } from '../facts/readLines';
import { updated } from '../facts/library';
import { paymentGateway as gatewayModules } from '../facts/packages/go';
import { springService } from '../facts/packages/java';
import {
  expressMiddle,
  expressNewChanges,
  expressOld,
  nextWebsite,
  serviceOf2020,
} from '../facts/packages/node';
import { settlement } from '../facts/packages/python';
import { ago } from '../time';
import { goAlpine, java, nodeNew, nodeOld, pythonNew, website } from './bases';
import type { Base, Image, Step } from './image';

const REGISTRY = 'registry.acme.example';

/** Runs as root, with a key in its settings and libraries of early 2022. */
export const checkout: Image = checkoutImage(
  '2.14.0',
  ago(2, 4),
  springService,
);

/** The release before: without file uploads and text templates. */
export const checkoutBefore: Image = checkoutImage(
  '2.13.0',
  ago(31, 2),
  readLines(springService)
    .filter(line => !/:commons-(fileupload|text) /.test(line))
    .join('\n'),
);

export const paymentGateway: Image = {
  line: `${REGISTRY}/payments/payment-gateway`,
  tag: '5.2.1',
  built: ago(38, 5),
  repository: 'https://github.com/acme/payment-gateway',
  branch: 'main',
  base: goAlpine,
  steps: [
    { command: 'COPY payment-gateway /usr/local/bin/payment-gateway' },
    { command: 'USER 10001', empty: true },
    { command: 'ENTRYPOINT ["/usr/local/bin/payment-gateway"]', empty: true },
  ],
  libraries: [
    {
      type: 'gobinary',
      path: 'usr/local/bin/payment-gateway',
      libraries: gatewayModules,
    },
  ],
  settings: {
    User: '10001',
    Entrypoint: ['/usr/local/bin/payment-gateway'],
    ExposedPorts: ['8443/tcp'],
    WorkingDir: '/',
  },
};

/** Somebody copied the keys for the bank into the image. */
export const settlementBatch: Image = {
  line: `${REGISTRY}/payments/settlement-batch`,
  tag: '2025.11.2',
  built: ago(52, 1),
  repository: 'https://github.com/acme/settlement-batch',
  branch: 'main',
  base: pythonNew,
  steps: [
    { command: 'WORKDIR /app', empty: true },
    { command: 'COPY . . # buildkit' },
    { command: 'RUN pip install --no-cache-dir -r requirements.txt' },
    { command: 'CMD ["python" "-m" "settlement"]', empty: true },
  ],
  libraries: [
    {
      type: 'python-pkg',
      path: 'usr/local/lib/python3.11/site-packages',
      libraries: settlement,
    },
  ],
  settings: { Cmd: ['python', '-m', 'settlement'], WorkingDir: '/app' },
};

/** Three releases of the cart, each with fewer open ends than the last. */
export const cartOld: Image = cartImage('3.6.0', ago(45), nodeOld, expressOld);
export const cartRunning: Image = cartImage(
  '3.7.2',
  ago(20),
  nodeOld,
  expressMiddle,
);
export const cart: Image = cartImage(
  '3.8.0',
  ago(1, 6),
  nodeNew,
  updated(expressMiddle, expressNewChanges),
);

export const wishlist: Image = {
  line: `${REGISTRY}/cart/wishlist`,
  tag: '1.9.4',
  built: ago(410, 3),
  repository: 'https://github.com/acme/wishlist',
  branch: 'master',
  base: nodeOld,
  steps: nodeSteps('server.js'),
  libraries: [{ type: 'node-pkg', path: 'app', libraries: serviceOf2020 }],
  settings: {
    Cmd: ['node', 'server.js'],
    ExposedPorts: ['3000/tcp'],
    WorkingDir: '/app',
  },
};

export const storefront: Image = {
  line: `${REGISTRY}/web/storefront`,
  tag: '2026.1.3',
  built: ago(1, 3),
  repository: 'https://github.com/acme/storefront',
  branch: 'main',
  base: website,
  steps: nodeSteps('server.js'),
  libraries: [{ type: 'node-pkg', path: 'app', libraries: nextWebsite }],
  settings: {
    User: 'node',
    Cmd: ['node', 'server.js'],
    ExposedPorts: ['3000/tcp'],
    WorkingDir: '/app',
  },
};

function checkoutImage(tag: string, built: Date, libraries: string): Image {
  return {
    line: `${REGISTRY}/payments/checkout`,
    tag,
    built,
    repository: 'https://github.com/acme/checkout',
    branch: 'main',
    base: java,
    steps: [
      { command: 'ENV PAYMENT_API_KEY=ask-team-payments', empty: true },
      { command: 'ADD build/libs/checkout.jar /app/checkout.jar # buildkit' },
      { command: 'EXPOSE 8080', empty: true },
      {
        command: 'ENTRYPOINT ["java" "-jar" "/app/checkout.jar"]',
        empty: true,
      },
    ],
    libraries: [{ type: 'jar', path: 'app/checkout.jar', libraries }],
    settings: {
      Env: ['PAYMENT_API_KEY=ask-team-payments'],
      Entrypoint: ['java', '-jar', '/app/checkout.jar'],
      ExposedPorts: ['8080/tcp'],
      WorkingDir: '/app',
    },
  };
}

function cartImage(
  tag: string,
  built: Date,
  base: Base,
  libraries: string,
): Image {
  return {
    line: `${REGISTRY}/cart/cart`,
    tag,
    built,
    repository: 'https://github.com/acme/cart',
    branch: 'main',
    base,
    steps: nodeSteps('dist/index.js'),
    libraries: [{ type: 'node-pkg', path: 'app', libraries }],
    settings: {
      User: 'node',
      Cmd: ['node', 'dist/index.js'],
      ExposedPorts: ['8080/tcp'],
      WorkingDir: '/app',
    },
  };
}

function nodeSteps(entry: string): Step[] {
  return [
    { command: 'WORKDIR /app', empty: true },
    { command: 'COPY package.json package-lock.json ./ # buildkit' },
    { command: 'RUN npm ci --omit=dev # buildkit' },
    { command: 'COPY . . # buildkit' },
    { command: `CMD ["node" "${entry}"]`, empty: true },
  ];
}
