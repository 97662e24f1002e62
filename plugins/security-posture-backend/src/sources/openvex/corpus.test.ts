import { withCorpus } from '../__testUtils__/withCorpus';
import { tally } from '../../tests/__testUtils__/tally';
import { openvexSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };

withCorpus(files => {
  it.each(files.files('openvex').map(entry => [entry.file, entry] as const))(
    '%s says why, of what and about which vulnerabilities',
    (_, entry) => {
      const reports = openvexSource.parse(files.documents(entry), context);
      expect(reports).toHaveLength(entry.expect.documents);
      reports.forEach(({ vexStatements, skippedTotal }, index) => {
        const counted = entry.expect.list[index];
        expect(skippedTotal).toBe(0);
        expect(
          tally(
            vexStatements.map(({ justification }) => justification ?? '(none)'),
          ),
        ).toEqual(counted.byJustification);
        expect(
          new Set(vexStatements.flatMap(({ products }) => products)).size,
        ).toBe(counted.products.n);
        expect(
          new Set(vexStatements.map(({ vulnerability }) => vulnerability)).size,
        ).toBe(counted.vulnerabilities.n);
      });
    },
  );
});
