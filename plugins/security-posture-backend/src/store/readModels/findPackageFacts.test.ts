import type { Knex } from 'knex';
import {
  day,
  image,
  store,
  told,
} from '../../ingest/inventory/__testUtils__/told';
import { storedSubject } from '../../model/subject';
import { databases, initDatabase } from '../../tests/__testUtils__/scenario';
import { applyMigrations } from '../migrations';
import { findPackageFacts } from './findPackageFacts';

jest.setTimeout(60_000);

const { id: subjectId } = storedSubject(image());
const digest = 'sha256:a';

describe.each(databases.eachSupportedId())(
  'findPackageFacts, %p',
  databaseId => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await initDatabase(databaseId);
      await applyMigrations(knex);
    });

    afterEach(() => knex('subjects').delete());

    const listed = (source: string, at: string, ...names: string[]) =>
      told(source, at, {
        subject: image(digest),
        packages: names.map(name => ({ name, type: 'deb', licences: [] })),
      });
    const facts = async (...digests: string[]) =>
      Object.fromEntries(
        await findPackageFacts(
          knex,
          digests.map(each => ({ subjectId, digest: each })),
        ),
      );

    it('are those of the newest list of an artifact', async () => {
      await store(
        knex,
        listed('trivy', day(2), 'curl', 'zlib1g'),
        listed('cyclonedx', day(3), 'bash'),
      );
      expect(await facts(digest, 'sha256:b')).toEqual({
        [`${subjectId} ${digest}`]: {
          total: 1,
          ofSystem: 1,
          ofLanguages: 0,
          notable: ['bash'],
        },
      });
      expect(await facts('sha256:b')).toEqual({});
    });

    it('are unknown while the newest list was not looked at', async () => {
      await store(
        knex,
        listed('trivy', day(2), 'curl'),
        listed('cyclonedx', day(3), 'bash'),
      );
      await knex('inventories')
        .where({ source: 'cyclonedx' })
        .update({ notable: null, of_system: null, of_languages: null });
      expect(await facts(digest)).toEqual({});
    });
  },
);
