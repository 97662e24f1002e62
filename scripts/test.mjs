// The whole test suite: unit, store and component tests, then one end-to-end
// test in a browser. Says plainly what it leaves out for want of a database
// server, a browser or the report corpus.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './yarn.mjs';

const leftOut = [];
const bin = name => join(root, 'node_modules', '.bin', name);
const run = (command, args, env) =>
  spawnSync(command, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1;

function answers(port) {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1000 });
    const end = result => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

function chromium() {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return places.find(place => place && existsSync(place));
}

const env = {
  ...process.env,
  CI: 'true',
  BACKSTAGE_TEST_DISABLE_DOCKER: '1',
};

const postgres = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
if (!env[postgres]) {
  if (await answers(5432)) {
    env[postgres] = 'postgresql://postgres@127.0.0.1:5432/postgres';
  } else {
    leftOut.push(
      `the store on PostgreSQL: no server answers on 127.0.0.1:5432 and ${postgres} is not set`,
    );
  }
}
if (!env.REPORT_CORPUS) {
  leftOut.push('the report corpus: REPORT_CORPUS is not set');
}

const folder = mkdtempSync(join(tmpdir(), 'security-posture-test-'));
const summary = join(folder, 'jest.json');
let passed = 0;
let failed = 0;
let broken = false;
try {
  const jest = run(
    bin('backstage-cli'),
    [
      'repo',
      'test',
      '--json',
      `--outputFile=${summary}`,
      ...process.argv.slice(2),
    ],
    env,
  );
  broken ||= jest !== 0;
  if (existsSync(summary)) {
    const result = JSON.parse(readFileSync(summary, 'utf8'));
    passed += result.numPassedTests;
    failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  }

  const browser = chromium();
  if (browser) {
    const report = join(folder, 'playwright.json');
    const e2e = run(bin('playwright'), ['test'], {
      ...env,
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    broken ||= e2e !== 0;
    if (existsSync(report)) {
      const { stats } = JSON.parse(readFileSync(report, 'utf8'));
      passed += stats.expected;
      failed += stats.unexpected;
    }
  } else {
    leftOut.push(
      'the end-to-end test: no Chromium found; install it or set CHROMIUM_PATH',
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

for (const reason of leftOut) process.stdout.write(`Left out: ${reason}\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(broken || failed > 0 || passed === 0 ? 1 : 0);
