import { InputError } from '@backstage/errors';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cosignSource } from './source';

const context = { receivedAt: new Date('2031-06-01T00:00:00Z') };

function fixture() {
  return JSON.parse(
    readFileSync(join(__dirname, '__fixtures__', 'verify.json'), 'utf8'),
  );
}

function parse(...values: any[]) {
  return cosignSource.parse(
    values.map((value, index) => ({ value, path: `line ${index + 1}` })),
    context,
  );
}

describe('cosignSource', () => {
  it('reads who signed which digest, out of what', () => {
    const [report] = parse(fixture());
    const workflow =
      'https://github.com/acme/shop/.github/workflows/release.yml@refs/heads/main';
    expect(report.attestations).toEqual([
      {
        subject: {
          kind: 'image',
          name: 'ghcr.io/acme/shop',
          digest: `sha256:${'a'.repeat(64)}`,
        },
        predicateType: 'cosign container image signature',
        builderId: workflow,
        sourceRepository: 'github.com/acme/shop',
        sourceCommit: 'b'.repeat(40),
        signer: workflow,
        issuer: 'https://token.actions.githubusercontent.com',
        finishedAt: '2031-05-01T10:00:00.000Z',
        verified: true,
      },
      {
        subject: {
          kind: 'image',
          name: 'docker.io/acme/cart',
          digest: `sha256:${'c'.repeat(64)}`,
        },
        predicateType: 'cosign container image signature',
        verified: true,
      },
    ]);
    expect(report.subject).toEqual(report.attestations[0].subject);
    expect(report.scopes).toEqual([]);
  });

  it('skips a signature of no digest', () => {
    const [report] = parse(fixture());
    expect(report.read).toEqual({ attestation: 3 });
    expect(report.skipped).toEqual([
      {
        path: 'line 1[2]',
        kind: 'attestation',
        reason: expect.stringContaining('docker-manifest-digest'),
      },
    ]);
  });

  it('reads a signature that stands alone', () => {
    const [first] = fixture();
    expect(parse(first)[0].attestations).toHaveLength(1);
  });

  it('keeps a reference that is no image', () => {
    const [first] = fixture();
    first.critical.identity['docker-reference'] = 'Not An Image';
    expect(parse([first])[0].subject).toEqual({
      kind: 'artifact',
      name: 'Not An Image',
      digest: `sha256:${'a'.repeat(64)}`,
    });
  });

  it('takes the repository of a GitHub workflow from the older claim', () => {
    const [first] = fixture();
    delete first.optional['1.3.6.1.4.1.57264.1.12'];
    expect(parse([first])[0].attestations[0].sourceRepository).toBe(
      'github.com/acme/shop',
    );
  });

  it('refuses output without any signature, and keeps it beside others', () => {
    expect(() => parse([{ critical: {} }])).toThrow(InputError);
    expect(() => parse([])).toThrow('cosign: expected the list');
    const reports = parse([{ critical: {} }], fixture());
    expect(reports.map(({ skippedTotal }) => skippedTotal)).toEqual([1, 1]);
  });

  it('recognises its output and nothing else', () => {
    const [first] = fixture();
    expect(cosignSource.recognise(fixture())).toBe(true);
    expect(cosignSource.recognise(first)).toBe(true);
    expect(cosignSource.recognise([])).toBe(false);
    expect(cosignSource.recognise([null, 1, { critical: 'x' }])).toBe(false);
    expect(cosignSource.recognise({ critical: { image: {} } })).toBe(false);
  });
});
