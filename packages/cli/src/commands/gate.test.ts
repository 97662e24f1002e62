import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  digest,
  failing,
  receipt,
  verdict,
  violation,
} from '../__testUtils__/answers';
import {
  startFakeBackend,
  type FakeBackend,
} from '../__testUtils__/fakeBackend';
import { runCli, type CliOptions } from '../__testUtils__/runCli';

jest.setTimeout(60_000);

const TOKEN = 'token-of-the-pipeline-93c1';
const report = JSON.stringify({ ArtifactName: 'ghcr.io/acme/shop:1.4' });

describe('security-posture gate', () => {
  let backend: FakeBackend;
  let folder: string;

  beforeAll(async () => {
    backend = await startFakeBackend();
    folder = await mkdtemp(join(tmpdir(), 'security-posture-cli-'));
    await writeFile(join(folder, 'trivy.json'), report);
    await writeFile(join(folder, 'gitleaks.json'), '[]');
  });

  afterAll(async () => {
    await backend.close();
    await rm(folder, { recursive: true });
  });

  const gate = (args: string[], options: CliOptions = {}) =>
    runCli(['gate', ...args], {
      cwd: folder,
      ...options,
      env: {
        SECURITY_POSTURE_URL: backend.url,
        SECURITY_POSTURE_TOKEN: TOKEN,
        ...options.env,
      },
    });

  it('sends a report with all that it was told and lets a build pass', async () => {
    backend.answer({ body: { reports: [receipt()], verdict: verdict() } });
    const { code, stdout, stderr } = await gate([
      'trivy.json',
      ...['--entity', 'component:default/shop', '--scanners', 'vulnerability'],
      ...['--min-severity', 'high', '--branch', 'main', '--commit', 'c0ffee'],
      ...['--run-url', 'https://ci.example/1', '--cluster', 'prod'],
      ...['--format', 'trivy'],
    ]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('Security policy: passed');
    expect(stdout).toContain('read 93 vulnerability; skipped 0');

    expect(backend.requests).toHaveLength(1);
    const [{ path, query, headers, body }] = backend.requests;
    expect(path).toBe('/api/security-posture/v1/reports');
    expect(query).toEqual({
      gate: 'true',
      entityRef: 'component:default/shop',
      scanners: 'vulnerability',
      minSeverity: 'high',
      branch: 'main',
      commit: 'c0ffee',
      runUrl: 'https://ci.example/1',
      cluster: 'prod',
      format: 'trivy',
    });
    expect(headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
    });
    expect(body.toString()).toBe(report);
  });

  it('breaks a build with a table of reasons and fixes', async () => {
    backend.answer({ body: { reports: [receipt()], verdict: failing } });
    const { code, stdout } = await gate(['trivy.json']);
    expect(code).toBe(1);
    expect(stdout).toContain('Security policy: failed');
    expect(stdout).toMatch(/\| blocks +\| gate\.fixable-high +\| Two vuln/);
    expect(stdout).toContain('Fix: Rebuild the image on a newer base image.');
    expect(stdout).toMatch(/\| warns +\| deploy\.privileged/);
    expect(stdout).toMatch(/\| waived +\| image\.user\.root/);
    expect(stdout).toMatch(/\| unknown +\| build\.secrets\.none/);
  });

  it('passes with what an exception covers', async () => {
    const body = verdict({
      waived: [violation({ exceptionId: 'e-7', exceptionUntil: '2026-12-31' })],
    });
    backend.answer({ body });
    const { code, stdout } = await gate(['--entity', 'component:default/shop']);
    expect(code).toBe(0);
    expect(stdout).toContain('Covered by exception e-7, until 2026-12-31.');
  });

  it('asks about what is known where there is no file', async () => {
    backend.answer({ body: failing });
    const image = `ghcr.io/acme/shop@${digest}`;
    const { code } = await gate([
      ...['--entity', 'component:default/shop', '--image', image],
    ]);
    expect(code).toBe(1);
    expect(backend.requests).toHaveLength(1);
    expect(backend.requests[0].path).toBe('/api/security-posture/v1/gate');
    expect(JSON.parse(backend.requests[0].body.toString())).toEqual({
      entityRef: 'component:default/shop',
      image,
    });
  });

  it('asks again after several files, about the image that they spoke of', async () => {
    backend.answer(
      { body: { reports: [receipt()], verdict: failing } },
      { body: { reports: [receipt()], verdict: failing } },
      { body: verdict() },
    );
    const { code } = await gate([
      ...['trivy.json', 'gitleaks.json', '--entity', 'component:default/shop'],
    ]);
    expect(backend.requests.map(({ path }) => path.split('/v1/')[1])).toEqual([
      'reports',
      'reports',
      'gate',
    ]);
    expect(JSON.parse(backend.requests[2].body.toString())).toEqual({
      entityRef: 'component:default/shop',
      image: `ghcr.io/acme/shop@${digest}`,
    });
    expect(code).toBe(0);
  });

  it('fails for the repository, whatever the image is like', async () => {
    const subject = { kind: 'repository' as const, name: 'shop' };
    backend.answer(
      { body: { reports: [receipt()], verdict: verdict() } },
      { body: { reports: [receipt({ subject })], verdict: failing } },
      { body: verdict() },
    );
    const { code, stdout } = await gate(['trivy.json', 'gitleaks.json']);
    expect(code).toBe(1);
    expect(backend.requests).toHaveLength(3);
    expect(stdout).toContain('gate.fixable-high');
  });

  it('only warns with --warn-only', async () => {
    backend.answer({ body: failing });
    const { code, stdout, stderr } = await gate([
      ...['--entity', 'component:default/shop', '--warn-only'],
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('Security policy: failed');
    expect(stderr).toContain('--warn-only');
  });

  it('reads standard input', async () => {
    backend.answer({ body: { reports: [receipt()], verdict: verdict() } });
    const { code } = await gate(['-'], { stdin: 'kind: Pod\n' });
    expect(code).toBe(0);
    expect(backend.requests[0].body.toString()).toBe('kind: Pod\n');
    expect(backend.requests[0].headers['content-type']).toBe(
      'application/yaml',
    );
  });

  it('passes a gzipped file on as it is', async () => {
    const bytes = gzipSync(report);
    await writeFile(join(folder, 'trivy.json.gz'), bytes);
    backend.answer({ body: { reports: [receipt()], verdict: verdict() } });
    expect((await gate(['trivy.json.gz'])).code).toBe(0);
    const [{ headers, body }] = backend.requests;
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers['content-type']).toBe('application/json');
    expect(body.equals(bytes)).toBe(true);
  });

  it('compresses what is large', async () => {
    const large = JSON.stringify({ Results: Array(20_000).fill('finding') });
    await writeFile(join(folder, 'large.json'), large);
    backend.answer({ body: { reports: [receipt()], verdict: verdict() } });
    expect((await gate(['large.json'])).code).toBe(0);
    const [{ headers, body }] = backend.requests;
    expect(headers['content-encoding']).toBe('gzip');
    expect(body.length).toBeLessThan(large.length / 10);
    expect(gunzipSync(body).toString()).toBe(large);
  });

  it('prints JSON', async () => {
    backend.answer({ body: { reports: [receipt()], verdict: failing } });
    const { code, stdout } = await gate(['trivy.json', '--output', 'json']);
    expect(code).toBe(1);
    const document = JSON.parse(stdout);
    expect(document.verdict).toEqual(JSON.parse(JSON.stringify(failing)));
    expect(document.reports).toEqual([
      expect.objectContaining({ file: 'trivy.json', id: 'r-1' }),
    ]);
  });

  it('writes SARIF to a file and the table to standard output', async () => {
    backend.answer({ body: { reports: [receipt()], verdict: failing } });
    const { code, stdout } = await gate([
      ...['trivy.json', '--output', 'sarif', '--output-file', 'gate.sarif'],
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('| blocks');
    const sarif = JSON.parse(
      await readFile(join(folder, 'gate.sarif'), 'utf8'),
    );
    expect(sarif.runs[0].results).toHaveLength(3);
  });

  it('takes branch, commit and run from GitHub Actions and adds to the job summary', async () => {
    const summary = join(folder, 'summary.md');
    await writeFile(summary, '# Before\n');
    backend.answer({ body: { reports: [receipt()], verdict: failing } });
    await gate(['trivy.json'], {
      env: {
        GITHUB_ACTIONS: 'true',
        GITHUB_REF_NAME: 'main',
        GITHUB_SHA: 'c0ffee',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_RUN_ID: '42',
        GITHUB_STEP_SUMMARY: summary,
      },
    });
    expect(backend.requests[0].query).toEqual({
      gate: 'true',
      branch: 'main',
      commit: 'c0ffee',
      runUrl: 'https://github.com/acme/shop/actions/runs/42',
    });
    const markdown = await readFile(summary, 'utf8');
    expect(markdown).toMatch(/^# Before\n## Security policy: failed/);
    expect(markdown).toContain('`gate.fixable-high`');
  });
});
