import { storedSubject } from '../model/subject';
import grypeScan from '../sources/grype/__fixtures__/image.json';
import osvScan from '../sources/osv-scanner/__fixtures__/image.json';
import clusterScan from '../sources/trivy/__fixtures__/kubernetes.json';
import imageScan from '../sources/trivy/__fixtures__/image.json';
import { findImageSettings } from '../store/readModels/findImageSettings';
import { findPackageFacts } from '../store/readModels/findPackageFacts';
import { digest } from '../tests/__testUtils__/reports';
import { databases, initDatabase } from '../tests/__testUtils__/scenario';
import { createWorld } from '../tests/__testUtils__/world';

jest.setTimeout(60_000);

const line = (name: string) =>
  storedSubject({ kind: 'image', name: `ghcr.io/acme/${name}` }).id;

describe.each(databases.eachSupportedId())(
  'what scans tell of images, %p',
  databaseId => {
    async function start() {
      const knex = await initDatabase(databaseId);
      const world = await createWorld(knex);
      world.at('2026-11-20T12:00:00.000Z');
      const known = async (subjectId: string, of: string) =>
        (await findImageSettings(knex, [{ subjectId, digest: of }])).get(
          `${subjectId} ${of}`,
        );
      /** Details of a finding as each source has it. */
      const details = async (problem: string) =>
        (
          await knex('verdicts as v')
            .join('findings as f', 'f.id', 'v.finding_id')
            .where('f.problem', problem)
            .select('v.details')
        ).map(row => JSON.parse(row.details));
      return { knex, world, known, details };
    }

    it('is found under the digest, with the layers that findings are of', async () => {
      const { knex, world, known, details } = await start();
      const [receipt] = await world.send(imageScan);
      expect(receipt.warnings).toEqual([]);
      const shop = line('shop');
      expect(await known(shop, digest('3'))).toMatchObject({
        user: 'shop',
        environment: ['PATH', 'API_TOKEN'],
        baseLayers: [digest('5')],
        os: { family: 'debian', version: '12.5', endOfLife: false },
      });
      expect(await details('CVE-2099-0001')).toMatchObject([
        { layer: digest('5') },
      ]);
      const artifact = { subjectId: shop, digest: digest('3') };
      const facts = await findPackageFacts(knex, [artifact]);
      expect([...facts.values()]).toEqual([
        { total: 1, ofSystem: 1, ofLanguages: 0, notable: [] },
      ]);
      const stored = JSON.stringify(await knex('image_settings'));
      expect(stored).not.toContain('hunter2');
    });

    it('is told by several tools', async () => {
      const { world, known, details } = await start();
      await world.send(imageScan);
      await world.send({
        ...grypeScan,
        descriptor: { name: 'grype', timestamp: '2026-11-20T10:00:00Z' },
      });
      // Grype looked at another digest.
      expect(await known(line('shop'), digest('4'))).toMatchObject({
        user: '10001:10001',
        sizeBytes: 84521984,
      });
      expect(await known(line('shop'), digest('3'))).toMatchObject({
        user: 'shop',
      });
      expect(await details('CVE-2031-10001')).toMatchObject([
        { ransomware: true, layer: digest('1') },
      ]);
    });

    it('is kept of an image without a name for its component', async () => {
      const { world, known } = await start();
      const [{ subject }] = await world.send(osvScan, {
        entityRef: ['component:default/shop'],
      });
      const { id } = storedSubject({ kind: 'artifact', name: subject.name });
      expect(await known(id, '')).toMatchObject({
        baseImages: ['library/node', 'library/debian'],
        os: { family: 'debian', version: '12' },
      });
    });

    it('is kept of what runs, and has an artifact by which it goes', async () => {
      const { knex, world, known } = await start();
      await world.send(clusterScan);
      expect(await known(line('cart'), digest('7'))).toMatchObject({
        user: '',
        os: { version: '9.13', endOfLife: true },
      });
      const orphans = await knex('image_settings as i')
        .leftJoin('artifacts as a', join =>
          join.on('a.subject_id', 'i.subject_id').andOn('a.digest', 'i.digest'),
        )
        .whereNull('a.digest');
      expect(orphans).toEqual([]);
    });
  },
);
