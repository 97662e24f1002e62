import type { SourceImage } from 'backstage-plugin-security-posture-node';
import type { Knex } from 'knex';
import {
  day,
  image,
  statementsOf,
  store,
  told,
} from '../../ingest/inventory/__testUtils__/told';
import { storedSubject } from '../../model/subject';
import { databases, initDatabase } from '../../tests/__testUtils__/scenario';
import { applyMigrations } from '../migrations';
import { findImageSettings } from './findImageSettings';

jest.setTimeout(60_000);

const { id: subjectId } = storedSubject(image());
const [a, b] = ['sha256:a', 'sha256:b'];

describe.each(databases.eachSupportedId())(
  'findImageSettings, %p',
  databaseId => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await initDatabase(databaseId);
      await applyMigrations(knex);
    });

    afterEach(() => knex('subjects').delete());

    const says = (
      source: string,
      at: string,
      settings: Partial<SourceImage>,
      digest = a,
    ) =>
      told(source, at, { images: [{ subject: image(digest), ...settings }] });

    const known = async (...digests: string[]) =>
      Object.fromEntries(
        await findImageSettings(
          knex,
          digests.map(digest => ({ subjectId, digest })),
        ),
      );

    it('takes each field from the newest source that knows it', async () => {
      await store(
        knex,
        says('trivy', day(2), {
          user: 'old',
          sizeBytes: 1,
          baseLayers: ['x'],
          os: { family: 'debian', version: '12.5', endOfLife: true },
        }),
        says('grype', day(3), {
          user: '',
          environment: [],
          os: { family: 'debian', version: '12' },
        }),
      );
      expect(await known(a)).toEqual({
        [`${subjectId} ${a}`]: {
          user: '',
          environment: [],
          sizeBytes: 1,
          baseLayers: ['x'],
          os: { family: 'debian', version: '12', endOfLife: true },
        },
      });
    });

    it('takes no word on another distribution', async () => {
      await store(
        knex,
        says('trivy', day(2), { os: { family: 'debian', endOfLife: true } }),
        says('grype', day(3), { os: { family: 'alpine' } }),
      );
      const [image_] = Object.values(await known(a));
      expect(image_.os).toEqual({ family: 'alpine' });
    });

    it('has entries for what was asked for and told, in one statement', async () => {
      await store(
        knex,
        says('trivy', day(2), { user: 'a' }),
        says('trivy', day(2), { user: 'b' }, b),
      );
      const digests = Array.from({ length: 3000 }, (_, n) => `sha256:${n}`);
      let found = {};
      const statements = await statementsOf(knex, async () => {
        found = await known(b, ...digests);
      });
      expect(found).toEqual({
        [`${subjectId} ${b}`]: { user: 'b', baseLayers: [] },
      });
      expect(statements).toBe(1);
      expect(await known()).toEqual({});
    });
  },
);
