import { withCorpus } from '../__testUtils__/withCorpus';
import { roxctlSource } from './source';

withCorpus(files => {
  it('leaves the alerts that RHACS stores to their own source', () => {
    const others = files
      .files('stackrox')
      .filter(({ file }) => !file.includes('roxctl'))
      .flatMap(entry => files.documents(entry));
    expect(others.length).toBeGreaterThan(5);
    expect(others.some(({ value }) => roxctlSource.recognise(value))).toBe(
      false,
    );
  });
});
