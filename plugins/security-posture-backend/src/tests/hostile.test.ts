import { corpus } from './corpus';
import { databases, initDatabase, start } from './__testUtils__/scenario';

jest.setTimeout(120_000);

const reports = corpus();

/** Files of syntax/ that can be read in spite of it all. */
const readable = [
  'syntax/duplicate-keys.json',
  'syntax/gzipped.json',
  'syntax/ndjson-bad-middle.ndjson',
];

describe('bad input over HTTP', () => {
  if (!reports) {
    it('left out: REPORT_CORPUS is not set', () => {
      expect(reports).toBeUndefined();
    });
    return;
  }

  it.each(databases.eachSupportedId())(
    'never answers 5xx, keeps Object.prototype and stays up, on %p',
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
            const total = Object.values<number>(read).reduce(
              (a, b) => a + b,
              0,
            );
            // Documents that nobody could read have no kind and are not elements.
            const elements = skipped.filter(
              (entry: { kind?: string }) => entry.kind,
            );
            expect([file, elements.length <= total]).toEqual([file, true]);
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
