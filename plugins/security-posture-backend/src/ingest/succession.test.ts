import { compareCounts } from '../store/readModels/compareCounts';
import * as complaint from '../tests/__testUtils__/complaint';
import { digest, trivyScan } from '../tests/__testUtils__/reports';
import { databases, initDatabase } from '../tests/__testUtils__/scenario';
import {
  deployment,
  falcoEvent,
  grypeScan,
  trivySecrets,
  vulnerabilityReport,
} from '../tests/__testUtils__/toolReports';

jest.setTimeout(120_000);

type Query = Parameters<Awaited<ReturnType<typeof complaint.start>>['send']>[2];

const openssl = { id: 'CVE-2026-0001', pkg: 'openssl', severity: 'CRITICAL' };
const zlib = { id: 'CVE-2026-0002', pkg: 'zlib', severity: 'LOW' };
const curl = { id: 'CVE-2026-0003', pkg: 'curl' };

const { at, imageOf, none, prod } = complaint;

describe.each(databases.eachSupportedId())(
  'a new artifact in place of an old one, %p',
  id => {
    let here: Awaited<ReturnType<typeof complaint.start>>;

    beforeAll(async () => {
      here = await complaint.start(await initDatabase(id), [
        ...['two', 'nameless', 'partly', 'severe', 'unseen', 'nightly'],
        'given-up',
      ]);
    });

    const grype = (name: string, day: number, letter: string, time = '11:00') =>
      here.send(
        at(day, time),
        grypeScan([openssl, curl], {
          image: imageOf(name),
          letter,
          at: at(day, time),
        }),
      );

    it('ends what a scanner said once that scanner has looked at it', async () => {
      await here.scan('two', 1, 'a', [openssl, zlib]);
      await grype('two', 1, 'a');
      // Trivy is done first. What Grype alone sees is neither fixed nor back.
      expect(await here.scan('two', 2, 'b', [zlib])).toEqual([
        { ...none, unchanged: 1 },
      ]);
      expect(await here.states('two')).toEqual({
        [openssl.id]: 'open',
        [zlib.id]: 'open',
        [curl.id]: 'open',
      });
      expect(
        await here.send(
          at(2, '11:00'),
          grypeScan([curl], {
            image: imageOf('two'),
            letter: 'b',
            at: at(2, '11:00'),
          }),
        ),
      ).toEqual([{ ...none, unchanged: 1, fixed: 1 }]);
      expect(
        (await here.world.findings('two')).map(each => [
          each.problem,
          each.state,
          each.fixedAt,
          each.reopenCount,
        ]),
      ).toEqual([
        [curl.id, 'open', undefined, 0],
        [openssl.id, 'fixed', at(2, '11:00'), 0],
        [zlib.id, 'open', undefined, 0],
      ]);
    });

    it('holds where one scanner knows the digest and another does not', async () => {
      const trivy = (day: number) => {
        const { Metadata, ...scan } = trivyScan([openssl, zlib], {
          image: imageOf('nameless'),
          at: at(day),
        });
        // As it is before the image is pushed.
        const { RepoDigests, ...metadata } = Metadata;
        return here.send(at(day), { ...scan, Metadata: metadata });
      };
      await trivy(1);
      await grype('nameless', 1, 'a');
      expect(await trivy(2)).toEqual([{ ...none, unchanged: 2 }]);
      expect(await grype('nameless', 2, 'b')).toEqual([
        { ...none, unchanged: 2 },
      ]);
      const found = await here.world.findings('nameless');
      expect(found.map(each => [each.state, each.reopenCount])).toEqual([
        ['open', 0],
        ['open', 0],
        ['open', 0],
      ]);
    });

    it('closes only what was looked for', async () => {
      const send = (day: number, letter: string, query: Query = {}) =>
        here.send(
          at(day),
          trivyScan([], {
            image: imageOf('partly'),
            letter,
            at: at(day),
            results: day === 1 ? trivySecrets(['/app/.env']) : [],
          }),
          query,
        );
      await send(1, 'a');
      expect(await send(2, 'b', { scanners: ['vulnerability'] })).toEqual([
        none,
      ]);
      expect((await here.only('partly')).state).toBe('open');
      expect(await send(3, 'c')).toEqual([{ ...none, fixed: 1 }]);
    });

    it('closes nothing by a report that leaves out severities', async () => {
      await here.scan('severe', 1, 'a', [openssl, zlib]);
      await here.send(
        at(2),
        trivyScan([openssl], {
          image: imageOf('severe'),
          letter: 'b',
          at: at(2),
        }),
        { minSeverity: 'high' },
      );
      expect(await here.states('severe')).toEqual({
        [openssl.id]: 'open',
        [zlib.id]: 'open',
      });
      expect(await here.scan('severe', 3, 'c', [openssl])).toEqual([
        { ...none, unchanged: 1, fixed: 1 },
      ]);
    });

    it('keeps what runs open while nobody has looked at what runs in its place', async () => {
      const report = (day: number, letter: string, found: (typeof zlib)[]) =>
        here.send(
          at(day),
          vulnerabilityReport(found, {
            namespace: 'unseen',
            image: imageOf('unseen'),
            replicaSet: 'unseen-7d9c8f5b6',
            letter,
            at: at(day),
          }),
          prod,
        );
      await report(1, 'a', [openssl, zlib]);
      const event = falcoEvent(at(2), {
        namespace: 'unseen',
        pod: 'unseen-5f6c7d8b9c-x2k4t',
        fields: {
          'container.image.repository': imageOf('unseen'),
          'container.image.digest': digest('b'),
        },
      });
      expect(await here.send(at(2), event, prod)).toEqual([
        { ...none, new: 1 },
      ]);
      const ofImage = async () =>
        (await here.world.findings('unseen', { stage: 'build' })).map(each => [
          each.problem,
          each.state,
          each.rollout,
          each.reopenCount,
        ]);
      expect(await ofImage()).toEqual([
        [openssl.id, 'open', 'awaiting-rollout', 0],
        [zlib.id, 'open', 'awaiting-rollout', 0],
      ]);
      expect(
        (await here.people.images('unseen')).map(each => each.concerns),
      ).toEqual([['never-scanned']]);
      expect(await report(3, 'b', [zlib])).toEqual([
        { ...none, unchanged: 1, fixed: 1 },
      ]);
      expect(await ofImage()).toEqual([
        [openssl.id, 'fixed', undefined, 0],
        [zlib.id, 'open', 'awaiting-rollout', 0],
      ]);
    });

    it('is not undone by another look at the old one', async () => {
      const build = (day: number, letter: string, found: (typeof zlib)[]) =>
        here.send(
          at(day),
          trivyScan(found, { image: imageOf('nightly'), letter, at: at(day) }),
          { branch: 'main', commit: `commit-${letter}` },
        );
      await build(1, 'a', [openssl, zlib]);
      const where = { name: 'nightly', namespace: 'nightly' };
      await here.send(
        at(2),
        deployment({ ...where, image: imageOf('nightly') }),
        prod,
      );
      await build(3, 'b', [zlib]);
      const rollouts = async () =>
        (await here.world.findings('nightly')).map(each => each.rollout);
      expect(await rollouts()).toEqual(['awaiting-rollout', 'deployed']);
      // The nightly scan of what runs names no commit.
      expect(await here.scan('nightly', 4, 'a', [openssl, zlib])).toEqual([
        { ...none, unchanged: 2 },
      ]);
      expect(await rollouts()).toEqual(['awaiting-rollout', 'deployed']);
      // The same digest out of another commit is a new build.
      await here.send(
        at(5),
        trivyScan([openssl, zlib], {
          image: imageOf('nightly'),
          letter: 'a',
          at: at(5),
        }),
        { branch: 'main', commit: 'reverted' },
      );
      expect(await rollouts()).toEqual(['deployed', 'deployed']);
    });

    it('makes stale what a scanner said that nobody runs any more', async () => {
      await here.scan('given-up', 1, 'a', [openssl]);
      await grype('given-up', 1, 'a');
      for (const [day, letter] of [
        [15, 'b'],
        [30, 'c'],
      ] as const) {
        await here.scan('given-up', day, letter, [openssl]);
      }
      here.world.at('2026-12-02T00:00:00.000Z');
      await here.people.endDay();
      expect(await here.states('given-up')).toEqual({
        [openssl.id]: 'open',
        [curl.id]: 'stale',
      });
    });

    it('leaves counts that are those of the findings', async () => {
      expect(await compareCounts(here.world.knex)).toEqual([]);
    });
  },
);
