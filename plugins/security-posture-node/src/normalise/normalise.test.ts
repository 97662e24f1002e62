import fc from 'fast-check';
import {
  plainText,
  readImageReference,
  readLink,
  readRepository,
  readSeverity,
  readTimestamp,
  readWorkload,
  severityOfCvss,
} from '.';

const digest = `sha256:${'a1'.repeat(32)}`;

describe('readImageReference', () => {
  it.each([
    ['nginx', 'docker.io/library/nginx', undefined, undefined],
    ['nginx:1.25', 'docker.io/library/nginx', '1.25', undefined],
    ['acme/shop:1', 'docker.io/acme/shop', '1', undefined],
    ['ghcr.io/acme/shop:1.4', 'ghcr.io/acme/shop', '1.4', undefined],
    [`ghcr.io/acme/shop@${digest}`, 'ghcr.io/acme/shop', undefined, digest],
    [`GHCR.io/acme/shop:2@${digest}`, 'ghcr.io/acme/shop', '2', digest],
    ['localhost:5000/a/b:c', 'localhost:5000/a/b', 'c', undefined],
    [
      'index.docker.io/library/redis',
      'docker.io/library/redis',
      undefined,
      undefined,
    ],
    [
      `docker-pullable://quay.io/x/y@${digest}`,
      'quay.io/x/y',
      undefined,
      digest,
    ],
  ])('reads %s', (text, name, tag, expected) => {
    expect(readImageReference(text)).toEqual({
      kind: 'image',
      name,
      ...(tag ? { tag } : {}),
      ...(expected ? { digest: expected } : {}),
    });
  });

  it.each([
    '',
    ' ',
    'UPPER/case',
    'a@sha256:short',
    '../etc/passwd',
    'a b',
    'x@y@z',
    7,
    null,
  ])('refuses %p', text => {
    expect(readImageReference(text)).toBeUndefined();
  });
});

describe('readWorkload', () => {
  it.each([
    ['ReplicaSet', 'shop-7d9c8f5b6', 'Deployment', 'shop'],
    ['Pod', 'shop-7d9c8f5b6-x2k4t', 'Deployment', 'shop'],
    ['Pod', 'db-0', 'StatefulSet', 'db'],
    ['Pod', 'report-29372898-vt4pm', 'CronJob', 'report'],
    ['Pod', 'agent-x2k4t', 'DaemonSet', 'agent'],
    ['Job', 'report-29372898', 'CronJob', 'report'],
    ['Deployment', 'shop-7d9c8f5b6', 'Deployment', 'shop-7d9c8f5b6'],
    ['Pod', 'standalone', 'Pod', 'standalone'],
  ])('normalises %s %s to %s %s', (kind, name, workloadKind, workload) => {
    expect(readWorkload({ namespace: 'a', kind, name })).toEqual({
      kind: 'workload',
      namespace: 'a',
      workloadKind,
      name: workload,
    });
  });

  it('prefers the owner reference to the name', () => {
    expect(
      readWorkload({
        namespace: 'a',
        kind: 'Pod',
        name: 'whatever',
        owner: { kind: 'ReplicaSet', name: 'shop-7d9c8f5b6' },
      }),
    ).toMatchObject({ workloadKind: 'Deployment', name: 'shop' });
  });
});

describe('readTimestamp', () => {
  it.each([
    ['2026-07-10T19:10:27.171732939Z', '2026-07-10T19:10:27.171Z'],
    ['2026-07-10T21:10:27+02:00', '2026-07-10T19:10:27.000Z'],
    ['2026-07-10T21:10:27+0200', '2026-07-10T19:10:27.000Z'],
    ['2026-07-10 19:10:27', '2026-07-10T19:10:27.000Z'],
    [{ seconds: 1679565894, nanos: 0 }, '2023-03-23T10:04:54.000Z'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
    ['1990-01-01T00:00:00.5Z', '1990-01-01T00:00:00.500Z'],
  ])('reads %p', (value, expected) => {
    expect(readTimestamp(value)).toBe(expected);
  });

  it('reads back every time that it could have written', () => {
    const times = fc.date({
      min: new Date('1990-01-01T00:00:00Z'),
      max: new Date('2199-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(times, time => {
        expect(readTimestamp(time.toISOString())).toBe(time.toISOString());
      }),
    );
  });

  it.each([
    'yesterday',
    '',
    '0001-01-01T00:00:00Z',
    '2026-13-45T00:00:00Z',
    '1989-12-31T23:59:59Z',
    '2200-01-01T00:00:00Z',
    12,
    null,
    { seconds: { toString: null } },
    { seconds: 'soon' },
  ])('refuses %p', value => {
    expect(readTimestamp(value)).toBeUndefined();
  });
});

describe('readRepository', () => {
  it.each([
    ['https://github.com/Acme/Shop.git', 'github.com/acme/shop'],
    ['git@github.com:acme/shop.git', 'github.com/acme/shop'],
    ['url:https://github.com/acme/shop/tree/main/', 'github.com/acme/shop'],
    ['https://user:pw@gitlab.example.com/a/b/c', 'gitlab.example.com/a/b/c'],
    ['https://gitlab.com/a/b/-/tree/main/x', 'gitlab.com/a/b'],
  ])('reads %s', (text, expected) => {
    expect(readRepository(text)).toBe(expected);
  });

  it.each(['', '.', '/src/app', 'shop', 3])('refuses %p', text => {
    expect(readRepository(text)).toBeUndefined();
  });
});

describe('readLink', () => {
  it('keeps web links only', () => {
    expect(readLink('https://example.com/a')).toBe('https://example.com/a');
    expect(readLink('javascript:alert(1)')).toBeUndefined();
    expect(readLink(' JaVaScRiPt:alert(1)')).toBeUndefined();
    expect(readLink('https://user:pw@example.com')).toBeUndefined();
    expect(readLink('https://x/"><script>')).toBeUndefined();
    expect(readLink('data:text/html,x')).toBeUndefined();
  });

  it('gives what the URL parser gives, also where it need not ask', () => {
    const part = fc.constantFrom(
      ...['a', 'B', '0', '-', '_', '.', '..', '/', '//', '/.', '/..', '%2e'],
      ...['%2F', '%', ':', ':80', '@', '?', '#', '&', '=', '~', "'", '(', '|'],
      ...['.com', 'xn--', '--', '^', '{', '1.2', 'é', '+', '!', '*', ';'],
    );
    fc.assert(
      fc.property(
        fc.constantFrom('https://', 'http://', 'HTTPS://', 'https:/'),
        fc.constantFrom('example.com', 'a.b-c.org', 'x', '127.0.0.1', 'a.B.io'),
        fc.array(part, { maxLength: 8 }),
        (scheme, host, parts) => {
          const text = scheme + host + parts.join('');
          const link = readLink(text);
          expect(link).toBe(link && new URL(text).href);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('severity', () => {
  it('reads every spelling and never guesses', () => {
    expect(
      ['CRITICAL', 'Important', 'MEDIUM_SEVERITY', 'Negligible', 'odd', 5].map(
        readSeverity,
      ),
    ).toEqual(['critical', 'high', 'medium', 'info', 'unknown', 'unknown']);
    expect([9.8, 7, 4, 0.1, 0, 11, NaN].map(severityOfCvss)).toEqual([
      'critical',
      'high',
      'medium',
      'low',
      'info',
      'unknown',
      'unknown',
    ]);
  });
});

describe('plainText', () => {
  it('never keeps what a database refuses or a screen hides', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const result = plainText(text);
        expect(result).not.toMatch(/[\u0000\u202e\u200b]/);
        expect(Buffer.from(result, 'utf8').toString('utf8')).toBe(result);
        expect(result.length).toBeLessThanOrEqual(4000);
      }),
    );
    expect(plainText('a\u202eb\u0000c')).toBe('abc');
  });
});
