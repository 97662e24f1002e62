// Runs the yarn version that package.json names. Yarn itself comes from the npm
// registry, through npm, because a fresh machine has nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function ask(...args) {
  const { stdout, status } = spawnSync(npm, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const answer = status === 0 ? stdout.trim() : '';
  return answer === 'undefined' ? '' : answer;
}

function environment() {
  const env = { ...process.env };
  // Yarn asks the registry that npm asks.
  env.YARN_NPM_REGISTRY_SERVER ??= ask('config', 'get', 'registry').replace(
    /\/+$/,
    '',
  );
  // node-gyp compiles against the headers that came with this Node, if any,
  // so that a native addon needs no download.
  if (!env.npm_config_nodedir) {
    const prefix = dirname(dirname(process.execPath));
    const nodedir = existsSync(join(prefix, 'include', 'node', 'node.h'))
      ? prefix
      : ask('config', 'get', 'nodedir');
    if (nodedir) env.npm_config_nodedir = nodedir;
  }
  return env;
}

export function yarn(...args) {
  const { packageManager } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const version = packageManager.replace(/^yarn@/, '').replace(/\+.*$/, '');
  const { status } = spawnSync(
    npm,
    [
      'exec',
      '--yes',
      `--package=@yarnpkg/cli-dist@${version}`,
      '--',
      'yarn',
      ...args,
    ],
    {
      cwd: root,
      env: environment(),
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  return status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exit(yarn(...process.argv.slice(2)));
}
