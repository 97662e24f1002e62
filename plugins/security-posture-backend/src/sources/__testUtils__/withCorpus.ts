import { corpus, type Corpus } from '../../tests/corpus';

/** Declares tests over the corpus, or says that they were left out. */
export function withCorpus(declare: (files: Corpus) => void): void {
  const files = corpus();
  if (files) {
    declare(files);
  } else {
    it('left out: REPORT_CORPUS is not set', () => {
      expect(files).toBeUndefined();
    });
  }
}
