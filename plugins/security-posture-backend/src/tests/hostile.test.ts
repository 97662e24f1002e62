import { withCorpus } from '../sources/__testUtils__/withCorpus';
import { total } from './__testUtils__/tally';
import { databases, initDatabase, start } from './__testUtils__/scenario';

jest.setTimeout(120_000);

/** Files of syntax/ that can be read in spite of it all. */
const readable = [
  'syntax/duplicate-keys.json',
  'syntax/gzipped.json',
  'syntax/ndjson-bad-middle.ndjson',
];

withCorpus(reports => {
  it.each(databases.eachSupportedId())(
    'bad input is never answered with 5xx, keeps Object.prototype and everything up, on %p',
    async id => {
      const { send, raw } = await start({ knex: await initDatabase(id) });
      for (const { file, bytes } of reports.hostile()) {
        const { status, body } = await send(bytes);
        expect([file, status < 500]).toEqual([file, true]);
        if (status >= 400) {
          expect([file, body.error?.message]).toEqual([
            file,
            expect.stringMatching(/\S{3}/),
          ]);
        } else {
          for (const { read, skipped } of body.reports) {
            // Documents that nobody could read have no kind and are not elements.
            const elements = skipped.filter(
              (entry: { kind?: string }) => entry.kind,
            );
            expect([file, elements.length <= total(read)]).toEqual([
              file,
              true,
            ]);
          }
        }
        const isBroken = file.startsWith('syntax/') && !readable.includes(file);
        expect([file, isBroken ? status >= 400 : true]).toEqual([file, true]);
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      const health = await raw().get('/api/security-posture/v1/health');
      expect(health.status).toBe(200);
    },
  );
});
