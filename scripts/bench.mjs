// `npm run bench -- NAME`: runs one benchmark of the backend and prints ratios.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './yarn.mjs';

const folder = join('plugins', 'security-posture-backend', 'bench');
const [name, ...rest] = process.argv.slice(2);
const file = join(folder, `${name}.ts`);
if (!name || !existsSync(join(root, file))) {
  const known = readdirSync(join(root, folder))
    .filter(entry => entry.endsWith('.ts'))
    .map(entry => entry.replace(/\.ts$/, ''));
  process.stderr.write(
    `Usage: npm run bench -- NAME [ARGUMENT …]\nNames: ${known.join(', ')}\n`,
  );
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  [join(root, 'scripts', 'run-ts.mjs'), file, ...rest],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
