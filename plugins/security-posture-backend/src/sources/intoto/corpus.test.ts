import { InputError } from '@backstage/errors';
import type {
  SourceDocument,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { corpus } from '../../tests/corpus';
import { intotoSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };
const files = corpus();

/** What the reports should name beside the counts, read off the files by eye. */
const sources = new Map([
  [
    'intoto/slsa-gha_go-v2.1.0.intoto.jsonl',
    'github.com/slsa-framework/example-package',
  ],
  [
    'intoto/slsa-gha_generic-v2.1.0.intoto.jsonl',
    'github.com/slsa-framework/example-package',
  ],
  ['intoto/slsa-npm-v1.json', 'github.com/sigstore/sigstore-js'],
]);

if (files) {
  describe('intotoSource reads the corpus', () => {
    it.each(files.files('intoto').map(entry => [entry.file, entry] as const))(
      '%s',
      (file, entry) => {
        const { expect: counted } = entry;
        const documents = files.documents(entry);
        expect(documents).toHaveLength(counted.documents);
        expect(
          documents.every(({ value }) => intotoSource.recognise(value)),
        ).toBe(true);
        const reports = intotoSource.parse(documents, context);
        expect(sum(reports.map(({ read }) => read.attestation ?? 0))).toBe(
          counted.statements,
        );
        expect(sum(reports.map(report => report.skippedTotal))).toBe(0);
        const attestations = reports.flatMap(report => report.attestations);
        expect(attestations).toHaveLength(
          sum(counted.list.map(({ subjects }: any) => subjects)),
        );
        for (const statement of counted.list) {
          const { predicateType, builderId, subjects } = statement;
          const [first, ...more] = attestations.splice(0, subjects);
          expect(more.every(one => one.predicateType === predicateType)).toBe(
            true,
          );
          expect(first).toMatchObject({ predicateType, verified: false });
          expect(first.builderId).toBe(builderId ?? undefined);
          expect(first.subject.name).toBe(subjectName(statement.subject0));
        }
        const last = reports.at(-1)?.attestations.at(-1);
        expect(sources.get(file) ?? last?.sourceRepository).toBe(
          last?.sourceRepository,
        );
      },
    );
  });

  describe('intotoSource survives the hostile files', () => {
    it.each(files.hostile('intoto').map(entry => [entry.file, entry] as const))(
      '%s',
      (_, { bytes }) => {
        expect(attempt(bytes)).toEqual([]);
      },
    );
  });
} else {
  describe('the corpus of in-toto', () => {
    it('left out: REPORT_CORPUS is not set', () => {
      expect(files).toBeUndefined();
    });
  });
}

/** The reports of a hostile file, none if it is refused as it should be. */
function attempt(bytes: Buffer): SourceReport[] {
  try {
    const value: SourceDocument['value'] = JSON.parse(bytes.toString('utf8'));
    return intotoSource.parse([{ value, path: '$' }], context);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

/** Images of Docker Hub have one name here. */
function subjectName(subject: { name?: string; uri?: string }) {
  return (subject.name ?? subject.uri)?.replace(
    /^index\.docker\.io\//,
    'docker.io/',
  );
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
