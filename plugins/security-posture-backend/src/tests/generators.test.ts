import { mockCredentials } from '@backstage/backend-test-utils';
import { Agent } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Response } from 'supertest';
import { databases, initDatabase, start } from './__testUtils__/scenario';

jest.setTimeout(300_000);

const MILLION = 1_000_000;
const MEBIBYTE = 1024 * 1024;
const MAX_KIBIBYTES = 3 * MEBIBYTE;

/** `make(0)`, `make(1)` …, separated by commas. */
function list(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join();
}

const emptyResults = () =>
  Buffer.from(
    `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[${list(
      MILLION,
      () => '{}',
    )}]}]}`,
  );

/** Bodies too large to store, what they are answered with and why. */
const bodies: {
  name: string;
  make: () => Buffer;
  encoding?: string;
  status: number;
  says: RegExp;
}[] = [
  {
    name: 'a Trivy report of a million vulnerabilities',
    make: () =>
      Buffer.from(
        `{"SchemaVersion":2,"ArtifactName":"x:1","Results":[{"Target":"t","Vulnerabilities":[${list(
          MILLION,
          at =>
            `{"VulnerabilityID":"CVE-2024-${at}","PkgName":"p${at}","InstalledVersion":"1","Severity":"LOW"}`,
        )}]}]}`,
      ),
    status: 413,
    says: /maxBytes/,
  },
  {
    // Few bytes, many elements, of which each is counted and none is kept.
    name: 'SARIF with a million empty results',
    make: emptyResults,
    status: 200,
    says: /"skippedTotal":1000000,/,
  },
  {
    name: 'ten million nulls',
    make: () => Buffer.from(`[${list(10 * MILLION, () => 'null')}]`),
    status: 413,
    says: /maxElements/,
  },
  {
    name: 'an object with a million keys',
    make: () => Buffer.from(`{${list(MILLION, at => `"k${at}":1`)}}`),
    status: 422,
    says: /no supported format/,
  },
  {
    name: 'a gigabyte of zeros in a megabyte of gzip',
    make: () => {
      const block = gzipSync(Buffer.alloc(64 * MEBIBYTE), { level: 9 });
      return Buffer.concat(Array.from({ length: 16 }, () => block));
    },
    encoding: 'gzip',
    status: 413,
    says: /maxBytes.*after inflation/,
  },
  {
    name: 'five million lists inside each other',
    make: () => Buffer.from('['.repeat(5 * MILLION) + ']'.repeat(5 * MILLION)),
    status: 413,
    says: /maxDepth|maxElements/,
  },
  {
    name: 'a bill of 100,000 components and 1.9 million dependencies',
    make: () =>
      Buffer.from(
        `{"bomFormat":"CycloneDX","specVersion":"1.5","version":1,"components":[${list(
          100_000,
          at =>
            `{"type":"library","name":"l${at}","version":"1","purl":"pkg:npm/l${at}@1","bom-ref":"r${at}"}`,
        )}],"dependencies":[${list(
          100_000,
          at =>
            `{"ref":"r${at}","dependsOn":[${list(
              Math.min(19, 99_999 - at),
              next => `"r${at + next + 1}"`,
            )}]}`,
        )}]}`,
      ),
    status: 413,
    says: /maxElements/,
  },
];

const alert = (at: number) =>
  JSON.stringify({
    rule: `Rule ${at}`,
    priority: 'Warning',
    output: `something happened, number ${at}`,
    time: '2026-11-20T10:00:00Z',
    output_fields: { 'k8s.ns.name': 'shop', 'k8s.pod.name': `pod-${at}` },
  });

describe('a backend under', () => {
  it('bodies larger than they should be refuses them within bounds', async () => {
    const { send, raw } = await start({ knex: await initDatabase('SQLITE_3') });
    for (const { name, make, encoding, status, says } of bodies) {
      const sent = send(make());
      if (encoding) sent.set('Content-Encoding', encoding);
      const answer = await sent;
      expect([name, answer.status, JSON.stringify(answer.body)]).toEqual([
        name,
        status,
        expect.stringMatching(says),
      ]);
      const health = await raw().get('/api/security-posture/v1/health');
      expect([name, health.status]).toEqual([name, 200]);
    }
    // The client that makes the bodies is in the same process.
    expect(process.resourceUsage().maxRSS).toBeLessThan(MAX_KIBIBYTES);
  });

  it('few bytes with many elements refuses more than maxElements', async () => {
    const { send } = await start({
      knex: await initDatabase('SQLITE_3'),
      config: {
        securityPosture: { reports: { limits: { maxElements: 500_000 } } },
      },
    });
    const { status, body } = await send(emptyResults());
    expect([status, body.error.message]).toEqual([
      413,
      expect.stringContaining('maxElements (500000)'),
    ]);
  });

  it('a body that never ends serves others, and ends it', async () => {
    const { server, send, raw } = await start({
      knex: await initDatabase('SQLITE_3'),
      config: {
        securityPosture: { reports: { limits: { maxBodySeconds: 2 } } },
      },
    });
    const { port }: AddressInfo = Object(server.address());
    const socket = connect(port, '127.0.0.1');
    const ended = new Promise<string>((resolve, reject) => {
      let text = '';
      socket.on('data', data => {
        text += data;
      });
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    const headers = [
      'POST /api/security-posture/v1/reports HTTP/1.1',
      'Host: localhost',
      `Authorization: ${mockCredentials.service.header()}`,
      'Content-Type: application/json',
      'Content-Length: 100000',
    ];
    socket.write(`${headers.join('\r\n')}\r\n\r\n{"SchemaVersion":2,`);
    const drip = setInterval(() => socket.write(' '), 100);

    expect((await send(alert(1))).status).toBe(200);
    expect((await raw().get('/api/security-posture/v1/health')).status).toBe(
      200,
    );
    const answer = await ended;
    clearInterval(drip);
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('maxBodySeconds (2)');
    expect((await send(alert(2))).status).toBe(200);
  });

  it.each(databases.eachSupportedId())(
    'a flood of alerts queues some and asks the rest to come back, on %p',
    async id => {
      const knex = await initDatabase(id);
      const { send, raw, read } = await start({
        knex,
        config: {
          securityPosture: {
            reports: { limits: { maxConcurrent: 2, maxQueued: 20 } },
          },
        },
      });
      const health = () => raw().get('/api/security-posture/v1/health');
      // Sensors keep their connections open.
      const sensor = new Agent({ keepAlive: true });

      // Nothing can be stored while the database is held.
      const held = await knex.transaction();
      if (id !== 'SQLITE_3') {
        await held.raw('lock table reports in exclusive mode');
      }
      const refused: Response[] = [];
      const flood = Array.from({ length: 200 }, (_, at) =>
        send(alert(at))
          .agent(sensor)
          .then(answer => {
            if (answer.status !== 200) refused.push(answer);
            return answer.status;
          }),
      );
      while (refused.length < 178) await setTimeout(10);
      expect((await health()).status).toBe(200);
      await held.commit();
      const statuses = await Promise.all(flood);
      sensor.destroy();
      expect(statuses.filter(status => status === 200)).toHaveLength(22);
      expect(refused).toHaveLength(178);
      for (const { status, headers, body } of refused) {
        expect([status, headers['retry-after'], body.error.message]).toEqual([
          429,
          expect.stringMatching(/^[1-9]\d*$/),
          expect.stringContaining('maxQueued'),
        ]);
      }

      // What was accepted is stored; reads go on beside what is sent again.
      const again = Array.from({ length: 50 }, (_, at) =>
        send(alert(1000 + at)),
      );
      const reads = [health(), read('shop', 'posture'), read('shop', 'alerts')];
      expect((await Promise.all(reads)).map(({ status }) => status)).toEqual([
        200, 200, 200,
      ]);
      const stored = (await Promise.all(again)).filter(
        ({ status }) => status === 200,
      ).length;
      const [{ count }] = await knex('reports').count({ count: '*' });
      expect(Number(count)).toBe(22 + stored);
    },
  );
});
