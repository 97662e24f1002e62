import { mockServices } from '@backstage/backend-test-utils';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConflictError } from '@backstage/errors';
import { defaultDeadlineRules } from '../model/deadline';
import { findIntelFeeds } from '../store/readModels/findIntelFeeds';
import { databases, migratedDatabase } from './__testUtils__/seed';
import { defaultIntelSchedule } from './feeds';
import { scheduleIntel } from './scheduleIntel';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'intel-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kev = join(folder, 'kev.json');
writeFileSync(kev, '{"count":0,"vulnerabilities":[]}');

describe.each(databases.eachSupportedId())('scheduleIntel, %p', databaseId => {
  const startOf = async (scheduler = mockServices.scheduler()) => {
    const knex = await migratedDatabase(databaseId);
    await scheduleIntel({
      knex,
      scheduler,
      urlReader: mockServices.urlReader.mock(),
      logger: mockServices.logger.mock(),
      rules: defaultDeadlineRules,
      intel: { kev: [kev], epss: [], schedule: defaultIntelSchedule },
    });
    return findIntelFeeds(knex);
  };

  it('reads the feeds at once, whenever the schedule is due next', async () => {
    expect(await startOf()).toMatchObject([{ location: kev, kind: 'kev' }]);
  });

  it('leaves the reading to the replica that is at it', async () => {
    const busy = mockServices.scheduler.mock({
      triggerTask: async () => {
        throw new ConflictError('runs already');
      },
    });
    expect(await startOf(busy)).toEqual([]);
  });
});
