import { withCorpus } from '../__testUtils__/withCorpus';
import { expectDetails } from '../policyreport/__testUtils__/expectDetails';
import { openReportsSource } from './source';

withCorpus(files => {
  it.each(
    files.files('openreports').map(entry => [entry.file, entry] as const),
  )('%s names its engines and policies, and how complete it is', (_, entry) => {
    expect(() =>
      expectDetails(openReportsSource, entry, files.documents(entry)),
    ).not.toThrow();
  });
});
