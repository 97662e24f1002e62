import { builtInSources } from '../sources/registry';
import { decodeBody } from './decode';
import { recognise, wholeDocument } from './recognise';

function read(body: unknown, format?: string) {
  const { documents } = decodeBody(Buffer.from(JSON.stringify(body)), {
    isDocument: wholeDocument(builtInSources, format),
  });
  const { recognised, unrecognised } = recognise(
    builtInSources,
    documents,
    format,
  );
  return {
    recognised: recognised.map(({ source, documents: own }) => [
      source.id,
      own.map(({ path }) => path),
    ]),
    unrecognised: unrecognised.map(({ path }) => path),
  };
}

const trivy = { SchemaVersion: 2, ArtifactName: 'shop:1', Results: [] };
const alert = { rule: 'Shell', priority: 'Error', output: 'a shell' };

describe('recognise', () => {
  it('gives each document to its source and tells what is left', () => {
    expect(read([trivy, { hello: 'world' }, alert, alert])).toEqual({
      recognised: [
        ['trivy', ['$[0]']],
        ['falco', ['$[2]', '$[3]']],
      ],
      unrecognised: ['$[1]'],
    });
  });

  it('gives all of them to the source that the sender names', () => {
    expect(read([trivy, { hello: 'world' }], 'osv-scanner')).toEqual({
      recognised: [['osv-scanner', ['$[0]', '$[1]']]],
      unrecognised: [],
    });
  });

  it('takes an empty list for a report only where the sender names its tool', () => {
    for (const empty of [[], null]) {
      expect(read(empty, 'gitleaks').recognised).toEqual([['gitleaks', ['$']]]);
      expect(() => read(empty)).toThrow(/holds no document.*format=gitleaks/);
      expect(() => read(empty, 'trivy')).toThrow(/holds no document/);
    }
  });

  it('takes nothing else for one', () => {
    for (const body of [5, 'text', [null], { items: [] }]) {
      expect(() => read(body, 'gitleaks')).toThrow(/holds no document/);
    }
  });

  it('names the choices where it does not know the name', () => {
    expect(() => read([], 'gitlab')).toThrow(
      /^format: expected one of admissionreview, .*, trivy-operator, got 'gitlab'$/,
    );
  });
});
