// Runs a TypeScript file of the repository: `node scripts/run-ts.mjs FILE [ARGUMENT …]`.
// Bundled by esbuild, which the Backstage CLI brings along; packages stay outside of it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const [file, ...rest] = process.argv.slice(2);
if (!file) {
  process.stderr.write('Usage: node scripts/run-ts.mjs FILE [ARGUMENT …]\n');
  process.exit(2);
}

// Inside node_modules, so that the bundle finds the packages of the repository.
const folder = mkdtempSync(join('node_modules', '.run-ts-'));
const outfile = join(folder, 'main.cjs');
try {
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['better-sqlite3', 'pg', 'knex', '@backstage/*', 'express'],
    logLevel: 'error',
  });
  const { status } = spawnSync(process.execPath, [outfile, ...rest], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
