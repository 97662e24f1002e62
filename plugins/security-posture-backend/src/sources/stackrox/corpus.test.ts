import { withCorpus } from '../__testUtils__/withCorpus';
import { stackroxSource } from './source';

const context = {
  cluster: 'prod',
  receivedAt: new Date('2026-11-23T10:00:00Z'),
};

withCorpus(files => {
  const entries = files
    .files('stackrox')
    .filter(({ file }) => !file.includes('roxctl'))
    .map(entry => [entry.file, entry] as const);

  it.each(entries)('%s names the deployments of its alerts', (_, entry) => {
    const reports = stackroxSource.parse(files.documents(entry), context);
    const subjects = reports.flatMap(report =>
      [...report.findings, ...report.alerts].map(({ subject }) => subject),
    );
    const named = entry.expect.list.filter((one: any) => one.deployment);
    expect(subjects).toEqual(
      expect.arrayContaining(
        named.map(({ deployment, namespace, cluster }: any) =>
          expect.objectContaining({ name: deployment, namespace, cluster }),
        ),
      ),
    );
  });

  it('skips violations that Splunk polls and that name no policy', () => {
    const [, entry] = entries.filter(([file]) => file.includes('splunk'))[0];
    const [report] = stackroxSource.parse(files.documents(entry), context);
    expect(report.read).toEqual({ event: 2 });
    expect(report.skippedTotal).toBe(2);
    expect(report.skipped[0].path).toBe('$.violations[0]');
  });
});
