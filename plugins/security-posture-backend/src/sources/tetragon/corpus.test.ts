import { InputError } from '@backstage/errors';
import type { SourceContext } from 'backstage-plugin-security-posture-node';
import { decodeBody } from '../../ingest/decode';
import { corpus } from '../../tests/corpus';
import { tetragonSource } from './source';

const context: SourceContext = {
  cluster: 'prod',
  receivedAt: new Date('2026-11-23T10:00:00Z'),
};

const files = corpus();

if (files) {
  describe('tetragon events of other people', () => {
    it.each(files.files('tetragon').map(entry => [entry.file, entry] as const))(
      'counts %s as it was counted by hand',
      (_file, entry) => {
        const documents = files.documents(entry);
        expect(
          documents.every(({ value }) => tetragonSource.recognise(value)),
        ).toBe(true);
        const reports = tetragonSource.parse(documents, context);
        expect(reports).toHaveLength(1);
        const [report] = reports;
        // None of these events names its policy (they predate it) or was stopped.
        expect(report.read).toEqual({ event: entry.expect.events });
        expect(report.skippedTotal).toBe(0);
        expect(report.alerts).toEqual([]);
      },
    );

    it.each(
      files.hostile('tetragon').map(entry => [entry.file, entry] as const),
    )('survives %s', (_file, { bytes }) => {
      try {
        const { documents } = decodeBody(bytes);
        for (const report of tetragonSource.parse(documents, context)) {
          const { event = 0, alert = 0 } = report.read;
          expect(event + alert).toBe(documents.length);
          expect(alert).toBe(
            report.alerts.length + (report.skippedByKind.alert ?? 0),
          );
        }
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    });
  });
} else {
  it('left out: REPORT_CORPUS is not set', () => {});
}
