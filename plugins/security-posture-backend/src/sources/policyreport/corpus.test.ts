import { decodeBody } from '../../ingest/decode';
import { withCorpus } from '../__testUtils__/withCorpus';
import { expectDetails } from './__testUtils__/expectDetails';
import { context } from './__testUtils__/parse';
import { policyReportSource } from './source';

withCorpus(files => {
  it.each(
    files.files('policyreport').map(entry => [entry.file, entry] as const),
  )('%s names its engines and policies, and how complete it is', (_, entry) => {
    expect(() =>
      expectDetails(policyReportSource, entry, files.documents(entry)),
    ).not.toThrow();
  });

  it.each([
    ['proto/policyreport-proto-labels.json', ['fail'], 1],
    ['types/policyreport-wrong.json', ['fail'], 3],
    ['injection/k8s-names.json', ['fail'], 0],
    ['numbers/policyreport-lying-summary.json', ['fail'], 0],
    ['size/many-labels.json', [], 0],
  ])('keeps what is sound in %s', (name, outcomes, skipped) => {
    const bytes = files.hostile().find(({ file }) => file === name)?.bytes;
    const { documents } = decodeBody(bytes ?? Buffer.alloc(0));
    const [report] = policyReportSource.parse(documents, context);
    expect(report.decisions.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(report.skippedTotal).toBe(skipped);
  });
});
