import { alpine, debian, distroless } from '../facts/distribution';
import {
  alpineBase,
  alpineNode,
  alpineService,
  alpineWebsite,
} from '../facts/packages/alpine';
import {
  debianBuild,
  debianJava,
  debianNginx,
  debianPython,
  debianSlim,
} from '../facts/packages/debian';
import { ago } from '../time';
import type { Base } from './image';

const PATH =
  'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const rootFs = { command: 'COPY /rootfs / # debian' };
const alpineRootFs = {
  command: 'ADD alpine-minirootfs-x86_64.tar.gz / # buildkit',
};

/** Debian 12.1 with a Java runtime, from the summer of 2023. */
export const java: Base = {
  reference: 'registry.acme.example/base/java:17.0.8',
  created: new Date('2023-08-21T06:10:42.118Z'),
  distribution: debian('12.1', [debianSlim, debianJava]),
  steps: [
    rootFs,
    {
      command:
        'RUN apt-get update && apt-get install -y ca-certificates curl fontconfig locales netbase openssl wget',
      packages: debianJava,
    },
    { command: 'COPY /opt/java/openjdk /opt/java/openjdk' },
    { command: 'ENV JAVA_HOME=/opt/java/openjdk', empty: true },
  ],
  env: [PATH, 'JAVA_HOME=/opt/java/openjdk', 'LANG=C.UTF-8'],
};

/** The official image of nginx from the summer of 2023. */
export const nginx: Base = {
  reference: 'docker.io/library/nginx:1.25.2',
  created: new Date('2023-08-16T09:50:55.765Z'),
  distribution: debian(
    '12.1',
    [debianSlim, debianNginx],
    'nginx amd64 - 1.25.2-1~bookworm = BSD-2-Clause',
  ),
  steps: [
    rootFs,
    { command: 'ENV NGINX_VERSION=1.25.2', empty: true },
    {
      command: 'RUN apt-get update && apt-get install -y nginx # buildkit',
      packages: `${debianNginx} nginx`,
    },
    { command: 'COPY docker-entrypoint.sh / # buildkit' },
  ],
  env: [PATH, 'NGINX_VERSION=1.25.2'],
};

/** The official slim image of Python on Debian 12.1. */
export const pythonOld: Base = {
  reference: 'docker.io/library/python:3.11.5-slim-bookworm',
  created: new Date('2023-09-07T01:12:37.402Z'),
  distribution: debian('12.1', [debianSlim, debianPython]),
  steps: pythonSteps('3.11.5'),
  env: [PATH, 'LANG=C.UTF-8', 'PYTHON_VERSION=3.11.5'],
};

/** The official slim image of Python on Debian 12.11. */
export const pythonNew: Base = {
  reference: 'docker.io/library/python:3.11.13-slim-bookworm',
  created: new Date('2025-06-24T20:31:09.511Z'),
  distribution: debian('12.11', [debianSlim, debianPython]),
  steps: pythonSteps('3.11.13'),
  env: [PATH, 'LANG=C.UTF-8', 'PYTHON_VERSION=3.11.13'],
};

/** Compilers, Git, Docker and all: what images are built with. */
export const builder: Base = {
  reference: 'registry.acme.example/base/builder:2025.06',
  created: new Date('2025-06-17T04:02:18.903Z'),
  distribution: debian('12.11', [debianSlim, debianBuild]),
  steps: [
    rootFs,
    {
      command:
        'RUN apt-get update && apt-get install -y build-essential git jq',
      packages: debianBuild,
    },
  ],
  env: [PATH],
};

/** Node.js on the first release of Alpine 3.19. */
export const nodeOld: Base = {
  reference: 'docker.io/library/node:20.10.0-alpine3.19',
  created: new Date('2023-12-08T18:51:33.274Z'),
  distribution: alpine('3.19.0', [alpineBase, alpineNode]),
  steps: nodeSteps('20.10.0'),
  env: [PATH, 'NODE_VERSION=20.10.0', 'YARN_VERSION=1.22.19'],
};

/** Node.js on the last release of Alpine 3.19. */
export const nodeNew: Base = {
  reference: 'docker.io/library/node:20.19.5-alpine3.19',
  created: new Date('2025-10-09T02:20:11.087Z'),
  distribution: alpine('3.19.9', [alpineBase, alpineNode]),
  steps: nodeSteps('20.19.5'),
  env: [PATH, 'NODE_VERSION=20.19.5', 'YARN_VERSION=1.22.22'],
};

/** Node.js on Alpine 3.19.0 with what a website needs beside it. */
export const website: Base = {
  reference: 'registry.acme.example/base/website:3',
  created: new Date('2024-01-11T10:44:02.660Z'),
  distribution: alpine('3.19.0', [alpineBase, alpineNode, alpineWebsite]),
  steps: [
    ...nodeSteps('20.10.0'),
    {
      command: 'RUN apk add --no-cache curl libxml2 # buildkit',
      packages: alpineWebsite,
    },
  ],
  env: [PATH, 'NODE_VERSION=20.10.0'],
};

/** Alpine for one Go binary. */
export const goAlpine: Base = {
  reference: 'docker.io/library/alpine:3.19.0',
  created: new Date('2023-12-08T01:20:49.692Z'),
  distribution: alpine('3.19.0', [alpineBase, alpineService]),
  steps: [
    alpineRootFs,
    { command: 'CMD ["/bin/sh"]', empty: true },
    {
      command: 'RUN apk add --no-cache ca-certificates tzdata # buildkit',
      packages: alpineService,
    },
  ],
  env: [PATH],
};

/** Nothing but time zones and a list of networks, built last week. */
export const goStatic: Base = {
  reference: 'gcr.io/distroless/static-debian12:nonroot',
  created: ago(6, 3),
  distribution: distroless(),
  steps: [{ command: 'bazel build //base:static_nonroot' }],
  env: [PATH, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'],
};

function pythonSteps(version: string) {
  return [
    rootFs,
    { command: `ENV PYTHON_VERSION=${version}`, empty: true },
    {
      command: 'RUN apt-get update && apt-get install -y netbase # buildkit',
      packages: debianPython,
    },
    { command: 'CMD ["python3"]', empty: true },
  ];
}

function nodeSteps(version: string) {
  return [
    alpineRootFs,
    { command: 'CMD ["/bin/sh"]', empty: true },
    { command: `ENV NODE_VERSION=${version}`, empty: true },
    {
      command: 'RUN apk add --no-cache libstdc++ # buildkit',
      packages: alpineNode,
    },
    { command: 'CMD ["node"]', empty: true },
  ];
}
