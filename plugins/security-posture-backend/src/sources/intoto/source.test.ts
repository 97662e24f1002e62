import { InputError } from '@backstage/errors';
import {
  damaged,
  expectSurvival,
} from 'backstage-plugin-security-posture-node/testUtils';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intotoSource } from './source';

const context = { receivedAt: new Date('2031-06-01T00:00:00Z') };

function fixture(name: string) {
  return JSON.parse(
    readFileSync(join(__dirname, '__fixtures__', name), 'utf8'),
  );
}

function envelope(inner: unknown) {
  return {
    payloadType: 'application/vnd.in-toto+json',
    payload: Buffer.from(JSON.stringify(inner)).toString('base64'),
    signatures: [{ keyid: '', sig: 'MEUC' }],
  };
}

function bundle(inner: unknown) {
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {},
    dsseEnvelope: envelope(inner),
  };
}

function statement(predicateType: string, predicate: unknown, subject: any) {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject,
    predicateType,
    predicate,
  };
}

function parse(...values: any[]) {
  return intotoSource.parse(
    values.map((value, index) => ({ value, path: `line ${index + 1}` })),
    context,
  );
}

const image = {
  kind: 'image',
  name: 'ghcr.io/acme/shop',
  digest: `sha256:${'a'.repeat(64)}`,
};

describe('intotoSource', () => {
  it('reads SLSA provenance 1 for each subject once', () => {
    const [report] = parse(fixture('slsa-v1.json'));
    const facts = {
      predicateType: 'https://slsa.dev/provenance/v1',
      builderId:
        'https://github.com/acme/shop/.github/workflows/release.yml@refs/heads/main',
      sourceRepository: 'github.com/acme/shop',
      sourceCommit: 'c'.repeat(40),
      finishedAt: '2031-03-01T10:05:00.000Z',
      verified: false,
    };
    expect(report.attestations).toEqual([
      { subject: image, ...facts },
      {
        subject: {
          kind: 'artifact',
          name: 'shop-linux-amd64',
          digest: `sha256:${'b'.repeat(64)}`,
        },
        ...facts,
      },
    ]);
    expect(report).toMatchObject({
      tool: { name: 'in-toto' },
      subject: image,
      generatedAt: '2031-03-01T10:05:00.000Z',
      commit: 'c'.repeat(40),
      read: { attestation: 1 },
      scopes: [],
    });
  });

  it('reads SLSA provenance 0.2, and the repository out of its materials', () => {
    const [report] = parse(fixture('slsa-v02.json'));
    expect(report.attestations).toEqual([
      {
        subject: {
          kind: 'image',
          name: 'docker.io/acme/shop',
          digest: `sha256:${'a'.repeat(64)}`,
        },
        predicateType: 'https://slsa.dev/provenance/v0.2',
        builderId: 'https://tekton.dev/chains/v2',
        sourceRepository: 'git.example.com/acme/shop',
        sourceCommit: 'c'.repeat(40),
        finishedAt: '2031-03-01T10:07:00.000Z',
        verified: false,
      },
    ]);
  });

  it('takes of an attested scan when it ended, and leaves its result alone', () => {
    const [report] = parse(fixture('cosign-vuln.json'));
    expect(report.attestations).toEqual([
      {
        subject: {
          kind: 'image',
          name: 'docker.io/acme/shop',
          digest: `sha256:${'a'.repeat(64)}`,
        },
        predicateType: 'https://cosign.sigstore.dev/attestation/vuln/v1',
        builderId: 'GitHub Actions',
        finishedAt: '2031-03-02T09:01:30.000Z',
        verified: false,
      },
    ]);
    expect(report.findings).toEqual([]);
    expect(report.read).toEqual({ attestation: 1 });
  });

  it.each([
    [
      'https://cyclonedx.org/bom',
      { Data: { metadata: { timestamp: '2031-04-01T00:00:00Z' } } },
    ],
    [
      'https://spdx.dev/Document',
      { creationInfo: { created: '2031-04-01T00:00:00Z' } },
    ],
    ['https://openvex.dev/ns/v0.2.0', { timestamp: '2031-04-01T00:00:00Z' }],
    [
      'https://in-toto.io/attestation/vulns/v0.2',
      { metadata: { scanFinishedOn: '2031-04-01T00:00:00Z' } },
    ],
  ])('keeps %s as an attestation with its time', (type, predicate) => {
    const subject = [
      { name: 'ghcr.io/acme/shop', digest: { sha256: 'a'.repeat(64) } },
    ];
    const [report] = parse(statement(type, predicate, subject));
    expect(report.attestations).toMatchObject([
      {
        subject: image,
        predicateType: type,
        finishedAt: '2031-04-01T00:00:00.000Z',
      },
    ]);
  });

  it('opens envelopes, bundles and lists of bundles', () => {
    const inner = fixture('slsa-v02.json');
    const reports = parse(
      inner,
      envelope(inner),
      bundle(inner),
      { attestations: [{ predicateType: 'x', bundle: bundle(inner) }] },
      { attestations: [{ bundle: bundle(inner) }, { bundle: null }] },
    );
    expect(
      reports.map(({ read, attestations }) => [
        read.attestation,
        attestations.length,
      ]),
    ).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [2, 1],
    ]);
    expect(reports[4].skipped).toEqual([
      {
        path: 'line 5.attestations[1]',
        kind: 'attestation',
        reason: 'expected a bundle with a dsseEnvelope',
      },
    ]);
  });

  it('never takes a document at its word', () => {
    const reports = parse(
      fixture('slsa-v1.json'),
      bundle(fixture('slsa-v1.json')),
    );
    expect(
      reports.flatMap(({ attestations }) =>
        attestations.filter(({ verified }) => verified),
      ),
    ).toEqual([]);
  });

  it.each([
    [{ name: 'shop.tar.gz', digest: { sha256: 'a'.repeat(64) } }, 'artifact'],
    [
      { name: '/mnt/out/kubectl', digest: { sha256: 'a'.repeat(64) } },
      'artifact',
    ],
    [{ uri: 'pkg:npm/%40acme/cart@1.0.0' }, 'artifact'],
    [{ name: 'localhost/shop', digest: { sha256: 'a'.repeat(64) } }, 'image'],
    [
      {
        name: 'pkg:oci/shop?repository_url=ghcr.io/acme/shop',
        digest: { sha256: 'a'.repeat(64) },
      },
      'image',
    ],
    [
      {
        name: 'git+https://github.com/acme/shop',
        digest: { gitCommit: 'c'.repeat(40) },
      },
      'repository',
    ],
    [{ digest: { sha256: 'a'.repeat(64) } }, 'artifact'],
  ])('reads the subject %j as %s', (subject, kind) => {
    expect(parse(statement('t', {}, [subject]))[0].subject.kind).toBe(kind);
  });

  it('skips what cannot be opened and keeps what is beside it', () => {
    const [bad, good] = parse(
      { ...envelope({}), payload: '%%%' },
      fixture('slsa-v02.json'),
    );
    expect(bad.skipped).toEqual([
      {
        path: 'line 1',
        kind: 'attestation',
        reason: 'payload: expected base64',
      },
    ]);
    expect(good.attestations).toHaveLength(1);
  });

  it.each([
    [{ ...envelope({}), payload: 'bm8ganNvbg==' }, 'expected JSON in base64'],
    [envelope(envelope({})), 'expected a statement, got an envelope'],
    [envelope({ _type: 'x' }), '_type'],
    [statement('t', {}, []), 'subject'],
    [statement('t', {}, [null, {}]), 'expected a name, a uri'],
    [
      envelope(Array.from({ length: 1_500_001 }, () => 0)),
      'more than 1500000 elements',
    ],
    [
      { ...envelope({}), payload: 'A'.repeat(8_000_001) },
      'longer than 8000000 characters',
    ],
  ])('refuses a body that holds nothing else, case %#', (value, reason) => {
    expect(() => parse(value)).toThrow(InputError);
    expect(() => parse(value)).toThrow(reason);
  });

  it('keeps so many subjects and says that there were more', () => {
    const subjects = Array.from({ length: 250 }, (_, index) => ({
      name: `file-${index}`,
      digest: { sha256: 'a'.repeat(64) },
    }));
    const [report] = parse(statement('t', {}, subjects));
    expect(report.attestations).toHaveLength(200);
    expect(report.warnings).toEqual([
      'line 1 names 250 subjects; the first 200 are kept',
    ]);
  });

  it('recognises statements and their envelopes only', () => {
    const inner = fixture('slsa-v1.json');
    expect(intotoSource.recognise(inner)).toBe(true);
    expect(intotoSource.recognise(envelope(inner))).toBe(true);
    expect(intotoSource.recognise(bundle(inner))).toBe(true);
    for (const value of [
      {},
      { _type: 'link' },
      { _type: 5 },
      { payload: 'x' },
      { attestations: [null, {}] },
      { mediaType: 'application/vnd.dev.sigstore.bundle', dsseEnvelope: 1 },
    ]) {
      expect(intotoSource.recognise(value)).toBe(false);
    }
    expect(intotoSource.recognise([])).toBe(false);
  });

  it('counts one attestation, whatever lies in its envelope', () => {
    const names = ['slsa-v1.json', 'slsa-v02.json', 'cosign-vuln.json'];
    fc.assert(
      fc.property(
        fc.constantFrom(...names).chain(name => damaged(fixture(name))),
        fc.constantFrom(envelope, bundle),
        (inner, wrap) => {
          const documents = [{ value: wrap(inner), path: '$' }];
          for (const report of expectSurvival(intotoSource, documents)) {
            expect(report.read).toEqual({ attestation: 1 });
            expect(report.skippedTotal).toBe(
              report.attestations.length > 0 ? 0 : 1,
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
