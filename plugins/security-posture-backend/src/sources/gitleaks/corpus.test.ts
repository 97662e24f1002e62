import { decodeBody } from '../../ingest/decode';
import { wholeDocument } from '../../ingest/recognise';
import { withCorpus } from '../__testUtils__/withCorpus';
import { tally } from '../../tests/__testUtils__/tally';
import { gitleaksSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };

withCorpus(files => {
  it.each(
    files
      .files('gitleaks')
      .filter(entry => !entry.expect.null)
      .map(entry => [entry.file, entry] as const),
  )('%s has its rules, files and commits', (_, entry) => {
    const { expect: counted } = entry;
    const [report] = gitleaksSource.parse(files.documents(entry), context);
    const secrets = report.findings.flatMap(finding =>
      finding.kind === 'secret' ? [finding] : [],
    );
    expect(report.skippedTotal).toBe(0);
    expect(tally(secrets.map(({ ruleId }) => ruleId))).toEqual(counted.byRule);
    expect(new Set(secrets.map(({ path }) => path)).size).toBe(counted.files.n);
    expect(new Set(secrets.flatMap(({ commit }) => commit ?? [])).size).toBe(
      counted.commits,
    );
    expect(
      new Set(
        secrets.map(({ ruleId, path, commit, startLine }) =>
          [ruleId, path, commit, startLine].join('\n'),
        ),
      ).size,
    ).toBe(counted.distinctRuleFileLine);
  });

  it.each(files.hostile('gitleaks').map(entry => [entry.file, entry] as const))(
    'skips all of %s and closes nothing by it',
    (_, { bytes }) => {
      const { documents } = decodeBody(bytes, {
        isDocument: wholeDocument([gitleaksSource]),
      });
      const [report] = gitleaksSource.parse(documents, context);
      expect(report.read).toEqual({ secret: 3 });
      expect(report.findings).toEqual([]);
      expect(report.skippedTotal).toBe(3);
      expect(report.scopes[0].complete).toBe(false);
    },
  );
});
