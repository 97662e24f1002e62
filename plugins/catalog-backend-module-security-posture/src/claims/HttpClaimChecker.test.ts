import { mockServices } from '@backstage/backend-test-utils';
import { createServer, type RequestListener, type Server } from 'node:http';
import { HttpClaimChecker } from './HttpClaimChecker';

const REF = 'component:default/shop';
const UNMATCHED = ['security-posture.io/images=ghcr.io/acme/shop'];

describe('the check over HTTP', () => {
  let server: Server;
  let answer: RequestListener;
  let asked: { url?: string; authorization?: string }[];
  let time: number;
  const logger = mockServices.logger.mock();
  const discovery = mockServices.discovery.mock();

  beforeEach(async () => {
    asked = [];
    time = 1_000;
    jest.resetAllMocks();
    server = createServer((request, response) => {
      const { authorization } = request.headers;
      asked.push({ url: request.url, authorization });
      answer(request, response);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    discovery.getBaseUrl.mockImplementation(
      async plugin => `http://127.0.0.1:${port}/api/${plugin}`,
    );
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  const create = (options: { timeout?: number; pause?: number } = {}) =>
    HttpClaimChecker.create({
      auth: mockServices.auth({ pluginId: 'catalog' }),
      discovery,
      logger,
      now: () => time,
      ...options,
    });

  const says =
    (status: number, body: string): RequestListener =>
    (_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body);
    };

  it('asks with a token of the catalog for Security Posture', async () => {
    answer = says(200, JSON.stringify({ unmatched: UNMATCHED, more: 1 }));
    expect(await create().unmatched(REF)).toEqual(UNMATCHED);
    expect(asked).toEqual([
      {
        url: '/api/security-posture/v1/claims/component/default/shop',
        authorization: expect.stringContaining('Bearer mock-service-token'),
      },
    ]);
    expect(asked[0].authorization).toContain('plugin:catalog');
    expect(asked[0].authorization).toContain('security-posture');
  });

  it('keeps strange names within their part of the path', async () => {
    answer = says(200, '{"unmatched": []}');
    await create().unmatched('component:de fault/a?b#c%2f');
    expect(asked[0].url).toBe(
      '/api/security-posture/v1/claims/component/de%20fault/a%3Fb%23c%252f',
    );
  });

  it('knows nothing from a backend without the route, and keeps asking', async () => {
    answer = says(404, '{}');
    const checker = create();
    expect(await checker.unmatched(REF)).toEqual([]);
    expect(await checker.unmatched(REF)).toEqual([]);
    expect(asked).toHaveLength(2);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it.each<[string, RequestListener]>([
    ['an error', says(500, '{"unmatched": ["a=b"]}')],
    ['a refusal', says(403, '{}')],
    ['no JSON', says(200, '<html>')],
    ['other JSON', says(200, '{"items": []}')],
    ['a broken connection', request => request.socket.destroy()],
    ['silence', () => {}],
    [
      'half an answer',
      (_, response) => {
        response.writeHead(200);
        response.write('{"unm');
      },
    ],
  ])('knows nothing from %s, and pauses', async (_, listener) => {
    answer = listener;
    const checker = create({ timeout: 200, pause: 60_000 });
    expect(await checker.unmatched(REF)).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    answer = says(200, JSON.stringify({ unmatched: UNMATCHED }));
    time += 59_999;
    expect(await checker.unmatched(REF)).toEqual([]);
    expect(asked).toHaveLength(1);
    time += 1;
    expect(await checker.unmatched(REF)).toEqual(UNMATCHED);
  });

  it('warns once of an outage', async () => {
    answer = says(503, '');
    const checker = create({ pause: 10 });
    await checker.unmatched(REF);
    time += 10;
    await checker.unmatched(REF);
    expect(asked).toHaveLength(2);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.debug).toHaveBeenCalledTimes(1);
  });

  it('knows nothing where the backend cannot be found', async () => {
    discovery.getBaseUrl.mockRejectedValue(new Error('not found'));
    expect(await create().unmatched(REF)).toEqual([]);
  });
});
