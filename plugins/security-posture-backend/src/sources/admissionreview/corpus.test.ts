import { decodeBody } from '../../ingest/decode';
import { withCorpus } from '../__testUtils__/withCorpus';
import { admissionreviewSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };

withCorpus(files => {
  it.each(
    files.files('admissionreview').map(entry => [entry.file, entry] as const),
  )('%s names its workload and what it runs', (_, entry) => {
    const [{ subject, workloads }] = admissionreviewSource.parse(
      files.documents(entry),
      context,
    );
    const [review] = entry.expect.list;
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

  it.each(
    files.hostile('admissionreview').map(entry => [entry.file, entry] as const),
  )('keeps nothing of %s', (_, { bytes }) => {
    const { documents } = decodeBody(bytes);
    const [report] = admissionreviewSource.parse(documents, context);
    expect(report.skippedTotal).toBe(1);
    expect(report.decisions).toEqual([]);
    expect(report.workloads).toEqual([]);
  });
});
