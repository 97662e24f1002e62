import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { defaultDecodeLimits, ReportIngestor } from '../ingest';
import { CatalogIndex } from '../mapping';
import { defaultDeadlineRules } from '../model/deadline';
import { applyMigrations } from '../store/migrations';
import {
  databases,
  entities,
  initDatabase,
} from '../tests/__testUtils__/scenario';
import { answerReport, type ExampleAnswer } from './__testUtils__/answers';
import { AnswerQueue, type AnswerQueueOptions } from './AnswerQueue';

jest.setTimeout(120_000);

/** Longer than any test, so that only the test stores. */
const NEVER = 1_000_000;

describe.each(databases.eachSupportedId())('AnswerQueue, %p', id => {
  async function ready() {
    const knex = await initDatabase(id);
    await applyMigrations(knex);
    const logger = mockServices.logger.mock();
    const catalog = CatalogIndex.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      maxAge: 60_000,
    });
    const ingestor = ReportIngestor.create({
      knex,
      sources: [],
      catalog,
      limits: defaultDecodeLimits,
      rules: { deadlines: defaultDeadlineRules },
      logger,
    });
    const replica = (options: Partial<AnswerQueueOptions> = {}) =>
      AnswerQueue.create({ knex, ingestor, logger, delay: NEVER, ...options });
    return { knex, logger, ingestor, replica };
  }

  const keep = async (queue: AnswerQueue, ...answers: ExampleAnswer[]) => {
    for (const answer of answers) {
      const { uid, report, at } = answerReport(answer);
      await queue.keep(uid, 'external:cluster', report, at);
    }
  };

  const waiting = async (knex: Knex) => {
    const [{ count }] = await knex('admission_answers').count({ count: '*' });
    return Number(count);
  };

  /** How many decisions there are on each workload. */
  const decided = async (knex: Knex): Promise<Record<string, number>> => {
    const rows: { name: string; count: number }[] = await knex('decisions as d')
      .join('subjects as s', 's.id', 'd.subject_id')
      .select('s.name', 'd.count');
    const counts: Record<string, number> = {};
    for (const { name, count } of rows) {
      counts[name] = (counts[name] ?? 0) + Number(count);
    }
    return counts;
  };

  const names = (many: number) =>
    Array.from({ length: many }, (_, index) => `w${index}`);

  it('makes decisions of all that waits, more than are stored at once', async () => {
    const { knex, replica } = await ready();
    const queue = replica();
    expect(await queue.drain()).toBe(0);
    const all = names(120);
    await keep(queue, ...all.map(name => ({ name })));
    expect(await waiting(knex)).toBe(120);
    expect(await decided(knex)).toEqual({});
    expect(await queue.drain()).toBe(120);
    expect(await waiting(knex)).toBe(0);
    expect(await decided(knex)).toEqual(
      Object.fromEntries(all.map(name => [name, 1])),
    );
    expect(await queue.drain()).toBe(0);
  });

  it('stores each answer once, though replicas work at the same time', async () => {
    const { knex, replica } = await ready();
    const queues = [replica(), replica(), replica()];
    const all = names(130);
    for (const [index, name] of all.entries()) {
      await keep(queues[index % 3], { name });
    }
    const stored = await Promise.all(queues.map(queue => queue.drain()));
    expect(stored.reduce((sum, count) => sum + count, 0)).toBe(130);
    expect(await waiting(knex)).toBe(0);
    expect(await decided(knex)).toEqual(
      Object.fromEntries(all.map(name => [name, 1])),
    );
  });

  it('takes one that was asked for twice for one, while it waits', async () => {
    const { knex, replica } = await ready();
    const queue = replica();
    const { uid, report, at } = answerReport();
    await queue.keep(uid, 'external:cluster', report, at);
    await queue.keep(uid, 'external:cluster', report, at);
    expect(await queue.drain()).toBe(1);
    expect(await decided(knex)).toEqual({ shop: 1 });
  });

  it('puts answers back if they cannot be stored', async () => {
    const { knex, replica } = await ready();
    const broken = replica({
      ingestor: {
        take: tell =>
          knex.transaction(async tx => {
            const { taken } = await tell(tx);
            throw new Error(`The disk is full, ${taken} taken`);
          }),
      },
    });
    await keep(broken, { name: 'shop' }, { name: 'cart', verdict: 'deny' });
    await expect(broken.drain()).rejects.toThrow('The disk is full, 2 taken');
    expect(await waiting(knex)).toBe(2);
    expect(await decided(knex)).toEqual({});
    // Another replica has more luck.
    expect(await replica().drain()).toBe(2);
    expect(await decided(knex)).toEqual({ shop: 1, cart: 1 });
  });

  it('keeps senders and clusters apart', async () => {
    const { knex, replica } = await ready();
    const queue = replica();
    await keep(queue, { cluster: 'prod' }, { cluster: 'stage' });
    const { uid, report, at } = answerReport({ name: 'cart' });
    await queue.keep(uid, 'external:other', report, at);
    expect(await queue.drain()).toBe(3);
    const subjects = await knex('subjects')
      .where('kind', 'workload')
      .orderBy(['name', 'cluster'])
      .select('name', 'cluster');
    expect(subjects).toEqual([
      { name: 'cart', cluster: 'prod' },
      { name: 'shop', cluster: 'prod' },
      { name: 'shop', cluster: 'stage' },
    ]);
  });

  it('begins by itself soon after it was given something, and says if it cannot', async () => {
    const { knex, logger, ingestor, replica } = await ready();
    let fails = true;
    const queue = replica({
      delay: 1,
      ingestor: {
        take: async tell => {
          if (fails) throw new Error('The database is away');
          return ingestor.take(tell);
        },
      },
    });
    const until = async (isSo: () => Promise<boolean>) => {
      for (let tries = 0; tries < 500 && !(await isSo()); tries += 1) {
        await new Promise(resolve => setTimeout(resolve, 10));
      }
    };
    await keep(queue, { name: 'shop' });
    await until(async () => logger.warn.mock.calls.length > 0);
    expect(logger.warn.mock.calls[0][0]).toContain('The database is away');
    expect(await waiting(knex)).toBe(1);
    fails = false;
    await keep(queue, { name: 'cart' });
    await until(async () => (await waiting(knex)) === 0);
    // Its transaction is over before the next one begins.
    await queue.drain();
    expect(await decided(knex)).toEqual({ shop: 1, cart: 1 });
  });
});
