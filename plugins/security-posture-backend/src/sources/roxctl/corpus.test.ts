import type { SourceContext } from 'backstage-plugin-security-posture-node';
import { corpus } from '../../tests/corpus';
import { roxctlSource } from './source';

const context: SourceContext = {
  receivedAt: new Date('2026-11-23T10:00:00Z'),
};

const files = corpus();

if (files) {
  describe('roxctl reports of other people', () => {
    const own = files
      .files('stackrox')
      .filter(({ file }) => file.includes('roxctl'));

    it.each(own.map(entry => [entry.file, entry] as const))(
      'counts %s as it was counted by hand',
      (_file, entry) => {
        const documents = files.documents(entry);
        expect(
          documents.every(({ value }) => roxctlSource.recognise(value)),
        ).toBe(true);
        const reports = roxctlSource.parse(documents, context);
        const read = reports.map(report => report.read.misconfiguration ?? 0);
        expect(read.reduce((a, b) => a + b, 0)).toBe(entry.expect.alerts);
        const severities = reports
          .flatMap(({ findings }) => findings)
          .map(
            ({ severity }) => `${severity.toLocaleUpperCase('en-US')}_SEVERITY`,
          );
        expect(severities).toEqual(Object.keys(entry.expect.bySeverity));
        expect(reports.every(({ skippedTotal }) => skippedTotal === 0)).toBe(
          true,
        );
      },
    );

    it('leaves the alerts that RHACS stores to their own source', () => {
      const others = files
        .files('stackrox')
        .filter(({ file }) => !file.includes('roxctl'))
        .flatMap(entry => files.documents(entry));
      expect(others.some(({ value }) => roxctlSource.recognise(value))).toBe(
        false,
      );
    });
  });
} else {
  it('left out: REPORT_CORPUS is not set', () => {});
}
