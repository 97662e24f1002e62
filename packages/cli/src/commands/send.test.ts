import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { receipt } from '../__testUtils__/answers';
import {
  startFakeBackend,
  type FakeBackend,
} from '../__testUtils__/fakeBackend';
import { runCli } from '../__testUtils__/runCli';

jest.setTimeout(60_000);

describe('security-posture send', () => {
  let backend: FakeBackend;
  let folder: string;

  beforeAll(async () => {
    backend = await startFakeBackend();
    folder = await mkdtemp(join(tmpdir(), 'security-posture-cli-'));
    await writeFile(join(folder, 'a.json'), '{}');
    await writeFile(join(folder, 'b.ndjson'), '{}\n{}\n');
  });

  afterAll(async () => {
    await backend.close();
    await rm(folder, { recursive: true });
  });

  const send = (args: string[]) =>
    runCli(['send', ...args], {
      cwd: folder,
      env: { SECURITY_POSTURE_URL: `${backend.url}/api/security-posture/` },
    });

  it('tells what was read, skipped, new and fixed, without a gate', async () => {
    backend.answer({
      body: {
        reports: [
          receipt({
            unmapped: true,
            entityRefs: [],
            skipped: [{ path: '$.Results[0]', reason: 'no id' }],
            skippedTotal: 1,
            warnings: ['The report does not say which scanners ran'],
          }),
        ],
      },
    });
    const { code, stdout, stderr } = await send(['a.json', 'b.ndjson']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('a.json: stored');
    expect(stdout).toContain('b.ndjson: stored');
    expect(stdout).toContain('Trivy 0.60.0 on ghcr.io/acme/shop@sha256:ab12');
    expect(stdout).toContain('read 93 vulnerability; skipped 1');
    expect(stdout).toContain('new 3, reopened 0, unchanged 90, fixed 4');
    expect(stdout).toContain('skipped $.Results[0]: no id');
    expect(stdout).toContain('no component claims it');
    expect(stdout).toContain('does not say which scanners ran');

    const [first, second] = backend.requests;
    expect(first.path).toBe('/api/security-posture/v1/reports');
    expect(first.query).toEqual({});
    expect(first.headers.authorization).toBeUndefined();
    expect(second.headers['content-type']).toBe('application/x-ndjson');
  });

  it('prints JSON, of what was stored before an error too', async () => {
    backend.answer({ body: { reports: [receipt()] } });
    const { code, stdout } = await send([
      ...['a.json', 'none.json', '--output', 'json'],
    ]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      reports: [expect.objectContaining({ file: 'a.json', id: 'r-1' })],
    });
  });

  it('writes to a file without colours', async () => {
    backend.answer({ body: { reports: [receipt()] } });
    const { code, stdout } = await send([
      ...['a.json', '--output-file', 'sent.txt'],
    ]);
    expect(code).toBe(0);
    expect(await readFile(join(folder, 'sent.txt'), 'utf8')).toBe(stdout);
  });

  it('says which file it cannot write', async () => {
    backend.answer({ body: { reports: [receipt()] } });
    const { code, stderr } = await send([
      ...['a.json', '--output', 'json', '--output-file', 'no/such/folder.json'],
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('no/such/folder.json cannot be written (ENOENT)');
  });
});
