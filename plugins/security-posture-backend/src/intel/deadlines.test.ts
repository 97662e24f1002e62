import type { Knex } from 'knex';
import { defaultDeadlineRules } from '../model/deadline';
import { applyDeadlines } from '../store/operations/applyDeadlines';
import { deriveExposure } from '../store/operations/deriveExposure';
import { findExposure } from '../store/readModels/findExposure';
import {
  databases,
  migratedDatabase,
  deadlines,
  exposures,
  seedFindings,
  seedObjects,
  seedRunning,
  seedSubjects,
  type SeededFinding,
} from './__testUtils__/seed';
import { followAllExposure, followExposure } from './followExposure';
import { recomputeDeadlines } from './recomputeDeadlines';

jest.setTimeout(120_000);

const rules = defaultDeadlineRules;

describe.each(databases.eachSupportedId())('deadlines, %p', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await migratedDatabase(databaseId);
  });

  beforeEach(async () => {
    for (const table of [
      'verdicts',
      'findings',
      'workloads',
      'workload_images',
      'subjects',
      'intel_feeds',
    ]) {
      await knex(table).delete();
    }
  });

  const statementsOf = async (run: () => Promise<unknown>) => {
    const seen: string[] = [];
    const listen = ({ sql }: { sql: string }) => seen.push(sql);
    knex.on('query', listen);
    await run();
    knex.removeListener('query', listen);
    return seen.length;
  };

  const readKevFeed = () =>
    knex('intel_feeds').insert({
      location: 'kev.json',
      kind: 'kev',
      read_at: '2026-11-01T00:00:00.000Z',
      tried_at: '2026-11-01T00:00:00.000Z',
    });

  it('gives each kind its deadline, and leaves those of fixed findings alone', async () => {
    await seedSubjects(knex, [
      { id: 'near', kind: 'image', exposure: 'internal' },
      { id: 'nodes', kind: 'image', exposure: 'node' },
      { id: 'repo', kind: 'repository' },
    ]);
    await seedFindings(knex, [
      { id: 'a-far', subject: 'repo', automatable: true, totalImpact: false },
      { id: 'b-near', subject: 'near', automatable: false, totalImpact: false },
      { id: 'c-nodes', subject: 'nodes', severityRank: 5 },
      { id: 'd-code', subject: 'repo', kind: 'code', severityRank: 3 },
      { id: 'e-info', subject: 'repo', kind: 'licence', severityRank: 1 },
      { id: 'f-fixed', subject: 'repo', kind: 'code', state: 'fixed' },
      { id: 'g-stale', subject: 'repo', kind: 'alert', state: 'stale' },
      { id: 'h-else', subject: 'repo', kind: 'secret' },
    ]);
    await readKevFeed();
    const ids = 'abcdefg'.split('');
    const named = Object.keys(await deadlines(knex)).filter(id =>
      ids.includes(id[0]),
    );
    expect((await applyDeadlines(knex, named, rules)).sort()).toEqual(
      named.filter(id => id !== 'f-fixed'),
    );
    const expected = {
      'a-far': '2026-11-15 bod-26-04:exposed+automatable:14d:estimated',
      'b-near': 'never bod-26-04:none:next-upgrade',
      'c-nodes': '2026-11-04 bod-26-04:exposed+automatable+total:3d:estimated',
      'd-code': '2027-01-30 severity:medium:90d',
      'e-info': 'never severity:info:none',
      'f-fixed': undefined,
      'g-stale': '2026-12-01 severity:high:30d',
      'h-else': undefined,
    };
    expect(await deadlines(knex)).toEqual(expected);
    expect(await applyDeadlines(knex, named, rules)).toEqual([]);
    const strict = {
      ...rules,
      table: 'off',
      days: { ...rules.days, high: 1 },
    } as const;
    await applyDeadlines(knex, { subjectIds: ['near'] }, strict);
    expect(await deadlines(knex)).toEqual({
      ...expected,
      'b-near': '2026-11-02 severity:high:1d',
    });
  });

  it('does not restart the clock when a finding is reopened', async () => {
    await seedSubjects(knex, [{ id: 'repo', kind: 'repository' }]);
    await seedFindings(knex, [{ id: 'code', subject: 'repo', kind: 'code' }]);
    await applyDeadlines(knex, ['code'], rules);
    const before = await deadlines(knex);
    await knex('findings').update({
      reopened_at: '2026-11-20T00:00:00.000Z',
      reopen_count: 1,
    });
    expect(await applyDeadlines(knex, ['code'], rules)).toEqual([]);
    expect(await deadlines(knex)).toEqual(before);
  });

  it('starts the clock with the fix, if so configured', async () => {
    const fromFix = { ...rules, startAt: 'fix-available' } as const;
    await seedSubjects(knex, [{ id: 'repo', kind: 'repository' }]);
    await seedFindings(knex, [
      { id: 'code', subject: 'repo', kind: 'code' },
      { id: 'early', subject: 'repo', fixable: true },
      { id: 'later', subject: 'repo', fixable: true },
      { id: 'never', subject: 'repo' },
      { id: 'undated', subject: 'repo', fixable: true },
    ]);
    const verdict = (finding: string, source: string, details: object) =>
      knex('verdicts').insert({
        finding_id: finding,
        source,
        tool_name: source,
        content_hash: '',
        details: JSON.stringify(details),
        changed_at: '2026-11-01T00:00:00.000Z',
      });
    await verdict('early', 'grype', {
      fixAvailableAt: '2020-01-01T00:00:00.000Z',
    });
    await verdict('later', 'grype', {
      fixAvailableAt: '2026-11-11T00:00:00.000Z',
    });
    await verdict('later', 'other', {
      fixAvailableAt: '2026-11-12T00:00:00.000Z',
    });
    await verdict('undated', 'trivy', { message: 'fixed in 2' });
    await recomputeDeadlines(knex, fromFix);
    expect(await deadlines(knex)).toEqual({
      code: '2026-12-01 severity:high:30d',
      early: '2026-12-01 severity:high:30d',
      later: '2026-12-11 severity:high:30d',
      never: 'never severity:high:30d:no-fix',
      undated: '2026-12-01 severity:high:30d',
    });
  });

  it('takes as many statements for 3,000 findings as for three', async () => {
    await seedSubjects(knex, [{ id: 'repo', kind: 'repository' }]);
    const findings = Array.from(
      { length: 3_000 },
      (_, at): SeededFinding => ({
        id: `f${at}`,
        subject: 'repo',
        kind: 'code',
      }),
    );
    await seedFindings(knex, findings);
    const ids = findings.map(({ id }) => id);
    const few = await statementsOf(() =>
      applyDeadlines(knex, ids.slice(0, 3), rules),
    );
    const many = await statementsOf(() => applyDeadlines(knex, ids, rules));
    expect([few, many]).toEqual([2, 2]);
    const shorter = { ...rules, days: { ...rules.days, high: 5 } };
    expect(await recomputeDeadlines(knex, shorter, { chunk: 700 })).toBe(3_000);
    expect(new Set(Object.values(await deadlines(knex)))).toEqual(
      new Set(['2026-11-06 severity:high:5d']),
    );
    expect(await recomputeDeadlines(knex, rules, { problems: [] })).toBe(0);
  });

  describe('exposure', () => {
    const service = (type: string) => ({
      apiVersion: 'v1',
      kind: 'Service',
      type,
      selector: { app: 'shop' },
    });
    const pods = (app: string) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      podLabels: { app },
    });

    beforeEach(async () => {
      await seedSubjects(knex, [
        { id: 'image', kind: 'image' },
        { id: 'image-of-both', kind: 'image' },
        { id: 'w-db', kind: 'workload' },
        { id: 'w-shop', kind: 'workload' },
        { id: 'w-away', kind: 'workload', namespace: 'away' },
        { id: 'svc', kind: 'workload' },
      ]);
      await seedObjects(knex, [
        { id: 'w-shop', spec: pods('shop'), runsPods: true },
        { id: 'w-db', spec: pods('db'), runsPods: true },
        { id: 'w-away', spec: pods('shop'), runsPods: true },
        { id: 'svc', spec: service('LoadBalancer') },
      ]);
      await seedRunning(knex, [
        ['w-shop', 'image'],
        ['w-shop', 'image-of-both'],
        ['w-away', 'image-of-both'],
      ]);
      await seedFindings(knex, [
        { id: 'f', subject: 'image', automatable: false, totalImpact: true },
      ]);
      await readKevFeed();
      await applyDeadlines(knex, ['f'], rules);
    });

    it('reaches the workloads of the namespace and the images that they run', async () => {
      const changed = await deriveExposure(knex, ['svc']);
      expect(changed.sort()).toEqual([
        'image',
        'image-of-both',
        'w-db',
        'w-shop',
      ]);
      expect(await exposures(knex)).toEqual({
        image: 'external',
        'image-of-both': 'external',
        svc: null,
        'w-away': null,
        'w-db': 'internal',
        'w-shop': 'external',
      });
      expect(await deriveExposure(knex, ['svc', 'w-shop'])).toEqual([]);
    });

    it('moves deadlines with it, and costs three reads when nothing changed', async () => {
      expect(await deadlines(knex)).toEqual({
        f: '2026-11-15 bod-26-04:exposed+total:14d:estimated',
      });
      await followExposure(knex, ['svc'], rules);
      expect(await deadlines(knex)).toEqual({
        f: '2026-11-15 bod-26-04:exposed+total:14d',
      });
      await seedObjects(knex, [{ id: 'svc', spec: service('ClusterIP') }]);
      await followExposure(knex, ['svc'], rules);
      expect(await exposures(knex)).toMatchObject({
        image: 'internal',
        // The other workload that runs it is not known to be out of reach.
        'image-of-both': null,
        'w-shop': 'internal',
      });
      expect(await deadlines(knex)).toEqual({
        f: 'never bod-26-04:total:next-upgrade',
      });
      expect(
        await statementsOf(() => followExposure(knex, ['svc'], rules)),
      ).toBe(3);
    });

    it('looks at no other pods when only pods were told of', async () => {
      const changed = await followExposure(knex, ['w-shop'], rules);
      expect(changed.sort()).toEqual(['image', 'image-of-both', 'w-shop']);
      expect(await exposures(knex)).toMatchObject({
        'w-shop': 'external',
        'w-db': null,
      });
    });

    it('is derived for all namespaces', async () => {
      expect(await followAllExposure(knex, rules)).toBe(4);
      expect(await followAllExposure(knex, rules)).toBe(0);
    });

    it('is forgotten with what the cluster told of', async () => {
      await followAllExposure(knex, rules);
      await knex('workloads').where('subject_id', 'w-shop').delete();
      await knex('workload_images').where('image_id', 'image').delete();
      expect(await followAllExposure(knex, rules)).toBe(3);
      expect(await exposures(knex)).toMatchObject({
        image: null,
        'image-of-both': null,
        'w-db': 'internal',
        'w-shop': null,
      });
      expect(await deadlines(knex)).toEqual({
        f: '2026-11-15 bod-26-04:exposed+total:14d:estimated',
      });
    });

    it('says what leads to the workloads of a component', async () => {
      await knex('subject_components').insert(
        ['w-shop', 'w-away', 'svc', 'image'].map(id => ({
          subject_id: id,
          entity_ref: 'component:default/shop',
          via: 'annotation',
        })),
      );
      const found = await findExposure(knex, 'component:default/shop');
      expect(
        found.map(({ subject, exposure }) => [subject.name, exposure]),
      ).toEqual([
        ['w-away', undefined],
        [
          'w-shop',
          {
            level: 'external',
            by: [{ kind: 'Service', name: 'svc', level: 'external' }],
          },
        ],
      ]);
    });
  });
});
