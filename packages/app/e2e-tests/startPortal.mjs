// The portal of `npm start`, on other ports and with an empty database, so that
// it neither meets nor disturbs one that runs already.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'security-posture-e2e-'));

const portal = spawn(
  join(root, 'node_modules', '.bin', 'backstage-cli'),
  [
    'repo',
    'start',
    '--config',
    join(root, 'app-config.yaml'),
    '--config',
    join(here, 'app-config.e2e.yaml'),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    detached: true,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      BROWSER: 'none',
      E2E_DATABASE: folder,
    },
  },
);

function stop() {
  try {
    process.kill(-portal.pid, 'SIGTERM');
  } catch {
    // It is gone already.
  }
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
portal.on('exit', code => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});
