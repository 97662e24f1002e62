import { corpus } from '../../tests/corpus';
import { openvexSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };
const files = corpus();

if (!files) {
  it('left out: REPORT_CORPUS is not set', () => {
    expect(files).toBeUndefined();
  });
} else {
  describe('openvexSource reads the corpus', () => {
    it.each(files.files('openvex').map(entry => [entry.file, entry] as const))(
      '%s',
      (_, entry) => {
        const documents = files.documents(entry);
        expect(
          documents.every(({ value }) => openvexSource.recognise(value)),
        ).toBe(true);
        const reports = openvexSource.parse(documents, context);
        expect(reports).toHaveLength(entry.expect.documents);
        reports.forEach((report, index) => {
          const counted = entry.expect.list[index];
          const { vexStatements } = report;
          expect(report.read['vex-statement'] ?? 0).toBe(counted.statements);
          expect(report.skippedTotal).toBe(0);
          expect(vexStatements).toHaveLength(counted.statements);
          expect(countBy(vexStatements.map(({ status }) => status))).toEqual(
            Object.fromEntries(
              Object.entries(counted.byStatus).map(([status, count]) => [
                status.replace(/_/g, '-'),
                count,
              ]),
            ),
          );
          expect(
            countBy(
              vexStatements.map(
                ({ justification }) => justification ?? '(none)',
              ),
            ),
          ).toEqual(counted.byJustification);
          const products = new Set(
            vexStatements.flatMap(statement => statement.products),
          );
          expect(products.size).toBe(counted.products.n);
          expect(
            new Set(vexStatements.map(({ vulnerability }) => vulnerability))
              .size,
          ).toBe(counted.vulnerabilities.n);
        });
      },
    );
  });

  describe('openvexSource survives the hostile files', () => {
    it.each(
      files.hostile('openvex').map(entry => [entry.file, entry] as const),
    )('%s', (_, { bytes }) => {
      const { report, refusal } = attempt(bytes);
      expect(report?.read['vex-statement'] ?? 0).toBe(
        report?.skippedTotal ?? 0,
      );
      expect(report?.vexStatements ?? []).toEqual([]);
      expect(['none', 'InputError', 'SyntaxError']).toContain(refusal);
    });
  });
}

function countBy(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The report, or the name of the error that refuses it. */
function attempt(bytes: Buffer) {
  try {
    const value = JSON.parse(bytes.toString('utf8'));
    const [report] = openvexSource.parse([{ value, path: '$' }], context);
    return { report, refusal: 'none' };
  } catch (error) {
    return { refusal: error instanceof Error ? error.name : 'no error' };
  }
}
