import { expect, test } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedScan, vulnerableScan } from './imageScans';
import { openSecurityTab } from './openSecurityTab';

const folder = mkdtempSync(join(tmpdir(), 'security-posture-ci-'));

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  /** Of the script. */
  code: number | null;
  output: string;
}

/** A run of the pipeline on a commit, with the report of its scan. */
async function runPipeline(commit: string, report: object): Promise<Run> {
  const file = join(folder, `${commit}.json`);
  writeFileSync(file, JSON.stringify(report));
  return new Promise(resolve => {
    const ci = execFile(
      join(__dirname, 'ci.sh'),
      [file],
      {
        // Nothing of the CI that this test may run in.
        env: {
          PATH: process.env.PATH,
          SECURITY_POSTURE_URL: 'http://localhost:7107',
          SECURITY_POSTURE_TOKEN: 'local-report-token',
          SECURITY_POSTURE_BRANCH: 'main',
          SECURITY_POSTURE_COMMIT: commit,
        },
      },
      (_, stdout, stderr) =>
        resolve({ code: ci.exitCode, output: `${stdout}${stderr}` }),
    );
  });
}

test('a pipeline breaks on a vulnerable image and goes on with the repaired one, and the tab says so', async ({
  page,
}) => {
  await openSecurityTab(page, 'recommendations', /never scanned/i);

  const broken = await runPipeline('1f0c2a7', vulnerableScan());
  expect(broken.output).toContain('Security policy: failed');
  expect(broken.output).toMatch(/blocks +\| gate\.fixable-high/);
  expect(broken.output).toMatch(/CVE-\d+-\d+ in \S+ \S+, fixed in \d/);
  expect(broken.output).toMatch(/Fix: Upgrade the packages/);
  expect(broken.output).not.toContain('== Deploy');
  expect(broken.code).toBe(1);
  await page.reload();
  await expect(page.getByText(/^Gate: would fail, \d reasons?/)).toBeVisible();

  const repaired = await runPipeline('9be41d3', fixedScan());
  expect(repaired.output).toContain('Security policy: passed');
  expect(repaired.output).toMatch(/fixed [1-9]/);
  expect(repaired.output).toContain('== Deploy');
  expect(repaired.code).toBe(0);
  await page.reload();
  await expect(page.getByText(/^Gate: passes/)).toBeVisible();
});
