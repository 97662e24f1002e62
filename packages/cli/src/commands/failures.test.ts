import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failing, receipt, verdict } from '../__testUtils__/answers';
import {
  refused,
  startFakeBackend,
  type FakeBackend,
} from '../__testUtils__/fakeBackend';
import { runCli } from '../__testUtils__/runCli';
import { runHere } from '../__testUtils__/runHere';

jest.setTimeout(60_000);

const TOKEN = 'token-of-the-pipeline-93c1';

describe('what goes wrong', () => {
  let backend: FakeBackend;
  let folder: string;

  beforeAll(async () => {
    backend = await startFakeBackend();
    folder = await mkdtemp(join(tmpdir(), 'security-posture-cli-'));
    await writeFile(join(folder, 'a.json'), '{}');
    await writeFile(join(folder, 'b.json'), '{}');
    await writeFile(join(folder, 'empty.json'), '');
  });

  afterAll(async () => {
    await backend.close();
    await rm(folder, { recursive: true });
  });

  const variables = (env: Record<string, string>) => ({
    SECURITY_POSTURE_URL: backend.url,
    SECURITY_POSTURE_TOKEN: TOKEN,
    ...env,
  });
  const run = (args: string[], env: Record<string, string> = {}) =>
    runHere(
      args.map(arg => (/^\w+\.json$|^\.$/.test(arg) ? join(folder, arg) : arg)),
      variables(env),
    );
  const runProcess = (args: string[], env: Record<string, string> = {}) =>
    runCli(args, { cwd: folder, env: variables(env) });

  it.each([
    [401, 'AuthenticationError', 'Illegal token', 'externalAccess'],
    [403, 'NotAllowedError', 'Unauthorized', 'report.create'],
    [404, 'NotFoundError', 'No component shop', '--url'],
    [413, 'PayloadTooLargeError', 'over maxBytes (5)', 'limit'],
    [422, 'UnprocessableError', 'No source knows it', '--format'],
    [500, 'Error', 'Broken', 'log of the backend'],
  ])('explains an answer of %i', async (status, name, message, advice) => {
    backend.answer(refused(status, name, message));
    const { code, stdout, stderr } = await run(['gate', 'a.json']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`a.json: `);
    expect(stderr).toContain(`answered ${status}, ${name}: ${message}`);
    expect(stderr).toContain(advice);
    expect(backend.requests).toHaveLength(1);
  });

  it('waits as long as it is told, then succeeds', async () => {
    backend.answer(
      {
        ...refused(429, 'TooManyRequestsError', 'Too many reports wait'),
        headers: { 'Retry-After': '1' },
      },
      { body: { reports: [receipt()], verdict: verdict() } },
    );
    const before = Date.now();
    const { code, stderr } = await run(['gate', 'a.json']);
    expect(code).toBe(0);
    expect(stderr).toContain('trying again in 1 s');
    expect(Date.now() - before).toBeGreaterThanOrEqual(1000);
    expect(backend.requests).toHaveLength(2);
    expect(backend.requests[1].body.toString()).toBe('{}');
  });

  it('gives up after the retries', async () => {
    backend.answer({
      ...refused(503, 'ServiceUnavailableError', 'Starting'),
      headers: { 'Retry-After': '0' },
    });
    const { code, stderr } = await run(['send', 'a.json', '--retries', '2']);
    expect(code).toBe(2);
    expect(stderr).toContain('answered 503, ServiceUnavailableError: Starting');
    expect(backend.requests).toHaveLength(3);
  });

  it('says that nobody listens, after trying again', async () => {
    const gone = await startFakeBackend();
    await gone.close();
    const { code, stderr } = await runProcess(
      ['gate', 'a.json', 'b.json', '--retries', '1'],
      { SECURITY_POSTURE_URL: gone.url },
    );
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be reached (ECONNREFUSED)');
    expect(stderr).toContain('trying again');
    // The other file would only wait as long again.
    expect(stderr).not.toContain('b.json');
  });

  it('sends the other files and gives no verdict if one is bad', async () => {
    backend.answer(refused(422, 'UnprocessableError', 'No source knows it'), {
      body: { reports: [receipt()], verdict: verdict() },
    });
    const { code, stdout, stderr } = await run(['gate', 'a.json', 'b.json']);
    expect(code).toBe(2);
    expect(backend.requests).toHaveLength(2);
    expect(stdout).toContain('b.json: stored');
    expect(stdout).not.toContain('Security policy');
    expect(stderr).toContain('1 of 2 reports not stored');
  });

  it('is no policy failure, whatever --warn-only says', async () => {
    backend.answer(refused(401, 'AuthenticationError', 'Illegal token'));
    expect((await runProcess(['gate', 'a.json', '--warn-only'])).code).toBe(2);
  });

  it.each([
    ['none.json', 'none.json does not exist'],
    ['empty.json', 'empty.json is empty'],
    ['.', 'is a folder'],
  ])('does not send %s', async (file, message) => {
    backend.answer({});
    const { code, stderr } = await run(['send', file]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(backend.requests).toHaveLength(0);
  });

  it('notices that it speaks to something else', async () => {
    backend.answer({
      headers: { 'Content-Type': 'text/html' },
      body: '<!doctype html>',
    });
    const { code, stderr } = await run(['gate', 'a.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('something else than a Security Posture backend');
  });

  it('does not follow a redirect', async () => {
    backend.answer({
      status: 302,
      headers: { Location: `${backend.url}/elsewhere` },
    });
    const { code, stderr } = await run(['gate', 'a.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('redirects');
    expect(backend.requests).toHaveLength(1);
  });

  it('misses a verdict', async () => {
    backend.answer({ body: { reports: [receipt()] } });
    const { code, stderr } = await run(['gate', 'a.json']);
    expect(code).toBe(2);
    expect(stderr).toContain('gave no verdict');
  });

  it('stops waiting for an answer', async () => {
    backend.answer({ never: true });
    const { code, stderr } = await run([
      ...['gate', '--image', 'shop', '--timeout', '1', '--retries', '0'],
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('did not answer within 1 seconds');
  });

  it('never shows the token, not even where the backend repeats it', async () => {
    const seen: string[] = [];
    const shown = async (args: string[], env = {}) => {
      const { stdout, stderr } = await runProcess(args, env);
      seen.push(stdout, stderr);
    };
    backend.answer(refused(401, 'AuthenticationError', `No such ${TOKEN}`));
    await shown(['gate', 'a.json']);
    await shown(['gate', 'a.json', '--token', TOKEN, '--bad']);
    await shown(['gate', 'a.json'], {
      SECURITY_POSTURE_TOKEN: `${TOKEN} and a line\nbreak`,
    });
    backend.answer({ body: { ...failing, entityRefs: [`x:y/${TOKEN}`] } });
    for (const output of ['table', 'json', 'sarif']) {
      await shown(['gate', '--image', 'shop', '--output', output]);
    }
    await shown([
      ...['gate', '--image', 'shop', '--output', 'json'],
      ...['--output-file', 'gate.json'],
    ]);
    for (const file of await readdir(folder)) {
      seen.push(await readFile(join(folder, file), 'utf8'));
    }
    expect(seen.join('')).toContain('***');
    expect(seen.filter(text => text.includes(TOKEN))).toEqual([]);
  });
});
