import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { CheckResult } from 'backstage-plugin-security-posture-common';
import { catalogue, checks } from '../../evaluation';
import { withCorpus } from '../../sources/__testUtils__/withCorpus';
import { databases, initDatabase } from '../__testUtils__/scenario';
import type { Corpus } from '../corpus';
import { buildCases } from './__testUtils__/buildCases';
import { deployCases } from './__testUtils__/deployCases';
import { furtherCases } from './__testUtils__/furtherCases';
import { type Given, givenOf, isReal, namesOf } from './__testUtils__/given';
import { judgeGiven } from './__testUtils__/judgeGiven';
import { runtimeCases } from './__testUtils__/runtimeCases';
import { neverSo, withoutRealData } from './__testUtils__/withoutRealData';

jest.setTimeout(60_000);

const cases = {
  ...buildCases,
  ...deployCases,
  ...runtimeCases,
  ...furtherCases,
};

const practicesOf = new Map(checks.map(({ id, practices }) => [id, practices]));

const rows = Object.entries(cases).flatMap(([checkId, results]) =>
  Object.entries(results).map(([result, what]) => {
    const given = givenOf(what);
    return {
      practices: practicesOf.get(checkId)?.join(' ') ?? '',
      checkId,
      result,
      name: `${checkId}: ${result}`,
      given,
      sent: namesOf(given),
    };
  }),
);

/** Results that every check has to reach: one of each list. */
const outcomes: CheckResult[][] = [['fail', 'warn'], ['pass'], ['unknown']];

const isCovered = (checkId: string, outcome: CheckResult[]) =>
  outcome.some(
    result => cases[checkId]?.[result] ?? `${checkId}: ${result}` in neverSo,
  );

// What many rows give is judged once on each engine.
const known = new Map<string, ReturnType<typeof judgeGiven>>();

async function judgedOn(id: TestDatabaseId, files: Corpus, given: Given) {
  const key = JSON.stringify([id, { ...given, says: undefined }]);
  const judging =
    known.get(key) ??
    initDatabase(id).then(knex => judgeGiven(knex, files, given));
  known.set(key, judging);
  return judging;
}

const expected = ({ result, given }: (typeof rows)[number]) => ({
  result,
  summary: expect.stringMatching(given.says ?? /\S/),
});

describe('the table of practices', () => {
  it('has every check fail or warn, pass and be unknown', () => {
    const missing = checks.flatMap(({ id }) =>
      outcomes
        .filter(outcome => !isCovered(id, outcome))
        .map(outcome => `${id}: ${outcome.join(' or ')}`),
    );
    expect(missing).toEqual([]);
  });

  it('names checks of the catalogue only, and no result that cannot be', () => {
    expect(Object.keys(cases).filter(id => !practicesOf.has(id))).toEqual([]);
    expect(rows.filter(({ name }) => name in neverSo)).toEqual([]);
  });

  it('reaches every practice, by a check or by what the plugin does', () => {
    const reached = new Set([
      ...rows.flatMap(({ checkId }) => practicesOf.get(checkId) ?? []),
      ...catalogue()
        .filter(({ kind }) => kind === 'feature')
        .flatMap(({ practices }) => practices),
    ]);
    const all = new Set(catalogue().flatMap(({ practices }) => practices));
    expect([...all].filter(practice => !reached.has(practice))).toEqual([]);
  });

  it('says why of each case that no report of other people shows', () => {
    const made = rows.filter(({ given }) => !isReal(given));
    expect(made.map(({ name }) => name).sort()).toEqual(
      Object.keys(withoutRealData).sort(),
    );
  });
});

describe('practices, judged on reports of other people', () => {
  withCorpus(files => {
    it.each(rows)('$practices $name ($sent)', async row => {
      const judged = await judgedOn('SQLITE_3', files, row.given);
      expect(judged.get(row.checkId)).toMatchObject(expected(row));
    });

    // The store's own tests run on every engine; here a sample is enough.
    const sample = databases
      .eachSupportedId()
      .flatMap(([id]) =>
        rows.filter((_, at) => at % 24 === 0).map(row => ({ id, ...row })),
      );
    it.each(sample)('$name ($sent) on $id', async ({ id, ...row }) => {
      const judged = await judgedOn(id, files, row.given);
      expect(judged.get(row.checkId)).toMatchObject(expected(row));
    });
  });
});
