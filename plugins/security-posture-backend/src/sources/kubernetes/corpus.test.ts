import { decodeBody } from '../../ingest/decode';
import { withCorpus } from '../__testUtils__/withCorpus';
import { kubernetesSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };

withCorpus(files => {
  it('claims no report of another format', () => {
    const claimed = files
      .files()
      // A table is no document.
      .filter(({ format }) => format !== 'epss')
      .filter(entry =>
        files
          .documents(entry)
          .some(({ value }) => kubernetesSource.recognise(value)),
      )
      .map(({ file }) => file);
    expect(claimed).toEqual([]);
  });

  it('keeps the Secret in a mixed list without its data', () => {
    const [mixed] = files.hostile('mixed List');
    const documents = decodeBody(mixed.bytes).documents.filter(({ value }) =>
      kubernetesSource.recognise(value),
    );
    const reports = kubernetesSource.parse(documents, context);
    expect(reports.map(({ read }) => read)).toEqual([{ workload: 1 }]);
    expect(reports[0].subject).toMatchObject({
      workloadKind: 'Secret',
      namespace: 'n',
      name: 's',
    });
    expect(JSON.stringify(reports)).not.toContain('aHVudGVyMg==');
  });
});
