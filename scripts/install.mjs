// Installs the dependencies if yarn.lock or a manifest changed since the last
// time. Called by `npm start` and `npm test`.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, yarn } from './yarn.mjs';

const stamp = join(root, 'node_modules', '.security-posture-install');

function manifests() {
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const folder of ['packages', 'plugins']) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      files.push(join(folder, name, 'package.json'));
    }
  }
  return files.map(file => join(root, file)).filter(existsSync);
}

function fingerprint() {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const file of manifests()) hash.update(readFileSync(file));
  return hash.digest('hex');
}

const wanted = fingerprint();
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (wanted !== installed) {
  const status = yarn('install', '--immutable');
  if (status !== 0) process.exit(status);
  writeFileSync(stamp, wanted);
}
