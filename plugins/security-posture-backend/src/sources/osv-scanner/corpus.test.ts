import { withCorpus } from '../__testUtils__/withCorpus';
import { osvScannerSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };

withCorpus(files => {
  function hostile(name: string) {
    const found = files
      .hostile('osv-scanner')
      .find(({ file }) => file === name);
    const value = JSON.parse(found?.bytes.toString('utf8') ?? '');
    const [report] = osvScannerSource.parse([{ value, path: '$' }], context);
    return report;
  }

  it('makes two problems of an alias cycle and an advisory for two CVEs', () => {
    const report = hostile('ids/alias-loop-osv.json');
    expect(report.findings).toMatchObject([
      { id: 'GHSA-aaaa-bbbb-cccc', aliases: ['OSV-1', 'CVE-2024-1'] },
      { id: 'GHSA-zzzz-zzzz-zzzz' },
    ]);
    expect(report.findings).toHaveLength(2);
  });

  it('counts what it cannot read', () => {
    const report = hostile('types/osv-wrong.json');
    expect(report.read).toEqual({ vulnerability: 4 });
    expect(report.skippedTotal).toBe(4);
    expect(report.scopes).toMatchObject([{ complete: false }]);
  });

  it.each(
    files.files('osv-scanner').map(entry => [entry.file, entry] as const),
  )('%s has a finding for every group', (_, entry) => {
    const [report] = osvScannerSource.parse(files.documents(entry), context);
    expect(report.findings).toHaveLength(report.read.vulnerability ?? 0);
  });
});
