import { expectSurvival } from 'backstage-plugin-security-posture-node/testUtils';
import { withCorpus } from '../__testUtils__/withCorpus';
import { intotoSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };

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

withCorpus(files => {
  it.each(files.files('intoto').map(entry => [entry.file, entry] as const))(
    '%s names its subjects, builder and source',
    (file, entry) => {
      const { expect: counted } = entry;
      const documents = files.documents(entry);
      expect(documents).toHaveLength(counted.documents);
      const reports = intotoSource.parse(documents, context);
      expect(reports.flatMap(({ skipped }) => skipped)).toEqual([]);
      const attestations = reports.flatMap(report => report.attestations);
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
      expect(attestations).toEqual([]);
      const last = reports.at(-1)?.attestations.at(-1);
      expect(sources.get(file) ?? last?.sourceRepository).toBe(
        last?.sourceRepository,
      );
    },
  );

  it.each(files.hostile('intoto').map(entry => [entry.file, entry] as const))(
    'refuses %s',
    (_, { bytes }) => {
      const value = JSON.parse(bytes.toString('utf8'));
      expect(expectSurvival(intotoSource, [{ value, path: '$' }])).toEqual([]);
    },
  );
});

/** Images of Docker Hub have one name here. */
function subjectName(subject: { name?: string; uri?: string }) {
  return (subject.name ?? subject.uri)?.replace(
    /^index\.docker\.io\//,
    'docker.io/',
  );
}
