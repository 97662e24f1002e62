import { withCorpus } from '../__testUtils__/withCorpus';
import { trivyOperatorSource } from './source';

const context = {
  cluster: 'prod',
  receivedAt: new Date('2026-11-23T10:00:00Z'),
};

withCorpus(files => {
  it.each(
    files.files('trivy-operator').map(entry => [entry.file, entry] as const),
  )('%s is a report an object, with all elements and fixes', (_, entry) => {
    const reports = trivyOperatorSource.parse(files.documents(entry), context);
    expect(reports.map(({ skippedTotal }) => skippedTotal)).toEqual(
      new Array(entry.expect.objects).fill(0),
    );
    expect(
      reports
        .flatMap(({ findings }) => findings)
        .filter(
          finding =>
            finding.kind === 'vulnerability' &&
            finding.fixedVersions.length > 0,
        ),
    ).toHaveLength(entry.expect.vulnerabilities.withFix);
  });
});
