import { InputError } from '@backstage/errors';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openvexSource } from './source';

const receivedAt = new Date('2031-03-03T00:00:00Z');

function fixture(name: string) {
  return JSON.parse(
    readFileSync(join(__dirname, '__fixtures__', name), 'utf8'),
  );
}

function parse(value: any) {
  const [report] = openvexSource.parse([{ value, path: '$' }], { receivedAt });
  return report;
}

describe('openvexSource', () => {
  it('reads statements with who said so, when and why', () => {
    const product = `pkg:oci/shop@sha256%3A${'4'.repeat(
      64,
    )}?repository_url=ghcr.io%2Facme`;
    const report = parse(fixture('shop.json'));
    expect(report.vexStatements).toEqual([
      {
        vulnerability: 'CVE-2031-70001',
        aliases: ['GHSA-7w2m-4h8q-rc9v'],
        products: [product],
        status: 'not-affected',
        justification: 'vulnerable_code_not_in_execute_path',
        statement: 'Templates are compiled at build time.',
        author: 'Acme product security',
        at: '2031-02-28T10:00:00.000Z',
      },
      {
        vulnerability: 'CVE-2031-70002',
        aliases: [],
        products: [product],
        status: 'affected',
        statement: 'Update to 1.5.',
        author: 'Acme product security',
        at: '2031-03-01T16:00:00.123Z',
      },
    ]);
    expect(report).toMatchObject({
      tool: { name: 'vexctl/0.3.0' },
      generatedAt: '2031-03-02T10:00:00.000Z',
      read: { 'vex-statement': 2 },
      findings: [],
      scopes: [],
    });
  });

  it('speaks of the image that all statements are about', () => {
    expect(parse(fixture('shop.json')).subject).toEqual({
      kind: 'image',
      name: 'ghcr.io/acme/shop',
      digest: `sha256:${'4'.repeat(64)}`,
    });
  });

  it('speaks of itself where products differ', () => {
    expect(parse(fixture('several-products-0.0.1.json')).subject).toEqual({
      kind: 'artifact',
      name: 'https://acme.example/vex/all',
    });
  });

  it('knows a product by its package URL, whatever else it is called', () => {
    const statement = {
      vulnerability: 'CVE-2031-1',
      products: [
        { '@id': 'urn:acme:shop', identifiers: { purl: 'pkg:npm/shop@1' } },
      ],
      status: 'fixed',
    };
    const document = { '@context': 'https://openvex.dev/ns', '@id': 'urn:vex' };
    expect(parse({ ...document, statements: [statement] }).subject).toEqual({
      kind: 'artifact',
      name: 'pkg:npm/shop@1',
    });
    const wider = { ...statement, products: [...statement.products, 'nginx'] };
    expect(parse({ ...document, statements: [wider] }).subject).toEqual({
      kind: 'artifact',
      name: 'urn:vex',
    });
  });

  it('reads the plain texts of 0.0.1 and every name of a product', () => {
    const { vexStatements } = parse(fixture('several-products-0.0.1.json'));
    expect(vexStatements).toMatchObject([
      {
        vulnerability: 'CVE-2031-70003',
        products: ['ghcr.io/acme/shop:1.4', 'nginx'],
        status: 'under-investigation',
      },
      {
        products: ['pkg:maven/example.acme/till@2', 'urn:acme:till'],
        status: 'fixed',
      },
    ]);
  });

  it('keeps no statement about everything or without a reason', () => {
    const { read, skipped } = parse(fixture('several-products-0.0.1.json'));
    expect(read).toEqual({ 'vex-statement': 6 });
    expect(skipped).toMatchObject([
      {
        path: '$.statements[2]',
        reason:
          'products: expected at least one product with an "@id" or a purl',
      },
      {
        path: '$.statements[3]',
        reason: 'not_affected: expected a justification or an impact_statement',
      },
      { path: '$.statements[4]', reason: expect.stringMatching(/^status: /) },
      { path: '$.statements[5]' },
    ]);
  });

  it('recognises its context only', () => {
    const { recognise } = openvexSource;
    expect(recognise({ '@context': 'https://openvex.dev/ns' })).toBe(true);
    expect(recognise({ '@context': 'https://openvex.dev/ns/v0.2.0' })).toBe(
      true,
    );
    expect(recognise({ '@context': 'https://spdx.org/rdf/3.0.1' })).toBe(false);
    expect(recognise({ '@context': ['https://openvex.dev/ns'] })).toBe(false);
    expect(recognise([])).toBe(false);
  });

  it('refuses a document without statements', () => {
    expect(() => parse({ '@context': 'https://openvex.dev/ns' })).toThrow(
      new InputError(
        'OpenVEX document at $: expected an object with "@context" and "statements"',
      ),
    );
  });
});
