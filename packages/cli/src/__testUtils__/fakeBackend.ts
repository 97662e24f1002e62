import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface RecordedRequest {
  path: string;
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: object | string;
  /** Leaves the request without any. */
  never?: boolean;
}

export interface FakeBackend {
  url: string;
  requests: RecordedRequest[];
  /** The answers to come, in turn; the last one is repeated. */
  answer(...answers: Answer[]): void;
  close(): Promise<void>;
}

/** A server that records what it is sent and answers what it is told. */
export async function startFakeBackend(): Promise<FakeBackend> {
  const requests: RecordedRequest[] = [];
  let answers: Answer[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', chunk => chunks.push(chunk));
    req.on('end', () => {
      const { pathname, searchParams } = new URL(req.url ?? '', 'http://any');
      requests.push({
        path: pathname,
        query: Object.fromEntries(searchParams),
        headers: req.headers,
        body: Buffer.concat(chunks),
      });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      const { status = 200, headers = {}, body = {} } = answer ?? {};
      if (answer?.never) return;
      res.writeHead(status, {
        'Content-Type': 'application/json',
        Connection: 'close',
        ...headers,
      });
      res.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port');
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    answer: (...next) => {
      answers = next;
      requests.length = 0;
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An error as Backstage answers it. */
export function refused(status: number, name: string, message: string): Answer {
  return {
    status,
    body: {
      error: { name, message },
      request: { method: 'POST', url: '/v1/reports' },
      response: { statusCode: status },
    },
  };
}
