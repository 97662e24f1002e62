import { defineConfig } from '@playwright/test';

/** Drives the portal as `npm start` starts it, on ports and a database of its own. */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  timeout: 120_000,
  expect: { timeout: 60_000 },
  workers: 1,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  outputDir: 'e2e-test-results',
  use: {
    baseURL: 'http://localhost:3100',
    viewport: { width: 1280, height: 1000 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
      ],
    },
  },
  webServer: {
    command: 'node packages/app/e2e-tests/startPortal.mjs',
    url: 'http://localhost:3100',
    timeout: 240_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
