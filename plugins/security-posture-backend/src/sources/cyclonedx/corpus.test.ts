import { withCorpus } from '../__testUtils__/withCorpus';
import { cyclonedxSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };

withCorpus(files => {
  it.each(files.files('cyclonedx').map(entry => [entry.file, entry] as const))(
    '%s has its packages and vulnerabilities',
    (_, entry) => {
      const [report] = cyclonedxSource.parse(files.documents(entry), context);
      const { withPurl, vulnerabilities } = entry.expect;
      expect(report.skippedTotal).toBe(0);
      expect(report.packages.filter(({ purl }) => purl)).toHaveLength(withPurl);
      expect(report.findings).toHaveLength(vulnerabilities.affects);
      const ids = report.findings.flatMap(finding =>
        finding.kind === 'vulnerability' ? finding.id : [],
      );
      expect(new Set(ids).size).toBe(vulnerabilities.distinctIds);
    },
  );

  function hostile(name: string) {
    const found = files.hostile('cyclonedx').find(({ file }) => file === name);
    const value = JSON.parse(found?.bytes.toString('utf8') ?? '');
    const [report] = cyclonedxSource.parse([{ value, path: '$' }], context);
    return report;
  }

  it('shows a contradiction and hides nothing behind it', () => {
    const report = hostile('ids/cyclonedx-dup-bomref.json');
    expect(report.read).toEqual({ package: 2, vulnerability: 3 });
    expect(report.findings).toHaveLength(8);
    expect(report.findings.filter(({ suppression }) => suppression)).toEqual(
      [],
    );
    expect(
      report.warnings.filter(text => text.includes('harmless')),
    ).toHaveLength(2);
  });

  it('reads what is readable among wrong types', () => {
    const report = hostile('types/cyclonedx-nulls.json');
    expect(report.read).toEqual({ package: 3, vulnerability: 3 });
    expect(report.skippedTotal).toBe(4);
    expect(report.packages).toMatchObject([{ name: 'ok' }]);
    expect(report.findings).toMatchObject([
      { id: 'CVE-2020-1', severity: 'unknown' },
    ]);
  });
});
