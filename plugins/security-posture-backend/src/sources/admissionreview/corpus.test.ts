import { decodeBody } from '../../ingest/decode';
import { corpus } from '../../tests/corpus';
import { admissionreviewSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };
const files = corpus();

if (files) {
  describe('admissionreviewSource reads the corpus', () => {
    it.each(
      files.files('admissionreview').map(entry => [entry.file, entry] as const),
    )('%s', (_, entry) => {
      const { expect: counted } = entry;
      const documents = files.documents(entry);
      expect(documents).toHaveLength(counted.reviews);
      expect(
        documents.every(({ value }) => admissionreviewSource.recognise(value)),
      ).toBe(true);
      const reports = admissionreviewSource.parse(documents, context);
      // All of them are requests without an answer: inventory, no decision.
      expect(reports.map(({ read }) => read)).toEqual([{ workload: 1 }]);
      expect(reports.flatMap(({ skipped }) => skipped)).toEqual([]);
      const [{ subject, workloads }] = reports;
      const [review] = counted.list;
      expect(subject).toMatchObject({
        workloadKind: review.kind,
        namespace: review.namespace,
        name: review.name,
      });
      const [{ containers }] = workloads;
      expect(
        containers.map(({ imageReference }) => imageReference).sort(),
      ).toEqual(review.images);
      expect(
        containers
          .filter(({ securityContext }: any) => securityContext?.privileged)
          .map(({ name }) => name),
      ).toEqual(review.privilegedContainers);
    });
  });

  describe('admissionreviewSource survives the hostile files', () => {
    it.each(
      files
        .hostile('admissionreview')
        .map(entry => [entry.file, entry] as const),
    )('%s', (_, { bytes }) => {
      const { documents } = decodeBody(bytes);
      const [report] = admissionreviewSource.parse(documents, context);
      expect(report.skippedTotal).toBe(1);
      expect(report.decisions).toEqual([]);
      expect(report.workloads).toEqual([]);
    });
  });
} else {
  it('left out: REPORT_CORPUS is not set', () => {
    expect(files).toBeUndefined();
  });
}
