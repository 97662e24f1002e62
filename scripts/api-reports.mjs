// Writes the API report of every plugin package; with `--ci`, fails if one is not current.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './yarn.mjs';

const packages = readdirSync(join(root, 'plugins')).map(name =>
  join('plugins', name),
);
const { status } = spawnSync(
  join(root, 'node_modules', '.bin', 'backstage-repo-tools'),
  [
    'api-reports',
    ...packages,
    '-o',
    'ae-undocumented,ae-wrong-input-file-type',
    '--validate-release-tags',
    // The subpath for tests speaks of types that the root exports.
    '--allow-warnings',
    'plugins/security-posture-node',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
