import { buildTools, featureFlags as flagModules } from '../facts/packages/go';
import { searchApi as searchModules } from '../facts/packages/go';
import { chatBot, indexer } from '../facts/packages/python';
import { ago } from '../time';
import {
  builder,
  goAlpine,
  goStatic,
  nginx,
  pythonNew,
  pythonOld,
} from './bases';
import type { Image, ImageSettings, Step } from './image';

const REGISTRY = 'registry.acme.example';

/** Works, so nobody has built it for two years. */
export const searchApi: Image = goImage({
  line: `${REGISTRY}/search/search-api`,
  tag: '1.14.0',
  built: ago(702, 6),
  name: 'search-api',
  base: goAlpine,
  modules: searchModules,
  settings: { User: '65532', ExposedPorts: ['9090/tcp'] },
});

export const searchIndexer: Image = {
  line: `${REGISTRY}/search/search-indexer`,
  tag: '0.31.0',
  built: ago(64, 2),
  repository: 'https://github.com/acme/search-indexer',
  branch: 'main',
  base: pythonOld,
  steps: pythonSteps('indexer'),
  libraries: [
    {
      type: 'python-pkg',
      path: 'usr/local/lib/python3.11/site-packages',
      libraries: indexer,
    },
  ],
  settings: { Cmd: ['python', '-m', 'indexer'], WorkingDir: '/app' },
};

export const ingressGateway: Image = {
  line: `${REGISTRY}/platform/ingress-gateway`,
  tag: '1.25.2-4',
  built: ago(210, 7),
  repository: 'https://github.com/acme/ingress-gateway',
  branch: 'main',
  base: nginx,
  steps: [
    { command: 'COPY conf.d /etc/nginx/conf.d # buildkit' },
    { command: 'EXPOSE 80', empty: true },
  ],
  libraries: [],
  settings: {
    Entrypoint: ['/docker-entrypoint.sh'],
    Cmd: ['nginx', '-g', 'daemon off;'],
    ExposedPorts: ['443/tcp', '80/tcp'],
  },
};

/** Everything that an attacker could wish for, because builds need it. */
export const imageBuilder: Image = goImage({
  line: `${REGISTRY}/platform/image-builder`,
  tag: '2025.12',
  built: ago(29, 4),
  name: 'image-builder',
  base: builder,
  modules: buildTools,
  settings: {},
});

/** Built every week on an image without anything in it. */
export const featureFlags: Image = goImage({
  line: `${REGISTRY}/platform/feature-flags`,
  tag: '4.8.0',
  built: ago(0, 8),
  name: 'feature-flags',
  base: goStatic,
  modules: flagModules,
  settings: { User: '65532', ExposedPorts: ['8080/tcp'] },
});

/** From nobody's repository, in a registry that is not ours. */
export const hackdayBot: Image = {
  line: 'docker.io/hackdays/hackday-bot',
  tag: 'latest',
  built: ago(17, 9),
  repository: 'https://github.com/hackdays/hackday-bot',
  branch: 'main',
  base: pythonNew,
  steps: pythonSteps('bot'),
  libraries: [
    {
      type: 'python-pkg',
      path: 'usr/local/lib/python3.11/site-packages',
      libraries: chatBot,
    },
  ],
  settings: { Cmd: ['python', '-m', 'bot'], WorkingDir: '/app' },
};

function goImage(options: {
  line: string;
  tag: string;
  built: Date;
  name: string;
  base: Image['base'];
  modules: string;
  settings: ImageSettings;
}): Image {
  const { line, tag, built, name, base, modules, settings } = options;
  const path = `usr/local/bin/${name}`;
  return {
    line,
    tag,
    built,
    repository: `https://github.com/acme/${name}`,
    branch: 'main',
    base,
    steps: [
      { command: `COPY ${name} /${path} # buildkit` },
      { command: `ENTRYPOINT ["/${path}"]`, empty: true },
    ],
    libraries: [{ type: 'gobinary', path, libraries: modules }],
    settings: { ...settings, Entrypoint: [`/${path}`], WorkingDir: '/' },
  };
}

function pythonSteps(module: string): Step[] {
  return [
    { command: 'WORKDIR /app', empty: true },
    { command: 'COPY requirements.txt . # buildkit' },
    { command: 'RUN pip install --no-cache-dir -r requirements.txt' },
    { command: 'COPY . . # buildkit' },
    { command: `CMD ["python" "-m" "${module}"]`, empty: true },
  ];
}
