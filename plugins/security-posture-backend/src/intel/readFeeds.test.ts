import { mockServices } from '@backstage/backend-test-utils';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { corpus } from '../tests/corpus';
import { openFeed } from './openFeed';
import { readEpss, type EpssSummary } from './readEpss';
import { readKev } from './readKev';

const model = '#model_version:v2026.06.15,score_date:2026-09-29T12:00:22Z';

async function* pieces(bytes: Buffer | string, length = 7) {
  const buffer = Buffer.from(bytes);
  for (let at = 0; at < buffer.length; at += length) {
    yield buffer.subarray(at, at + length);
  }
}

async function scoresOf(bytes: Buffer | string) {
  const scores: { cve: string; epss: number; percentile?: number }[] = [];
  const summary: EpssSummary = await readEpss(pieces(bytes), async batch => {
    scores.push(...batch);
  });
  return { ...summary, scores };
}

const entry = (cveID: unknown, more: object = {}) => ({
  cveID,
  dateAdded: '2021-12-10',
  dueDate: '2021-12-24',
  knownRansomwareCampaignUse: 'Known',
  ...more,
});

const kevOf = (document: unknown) =>
  readKev(pieces(JSON.stringify(document), 1000));

describe('readKev', () => {
  it('reads the entries, and passes over those that are bad', async () => {
    const kev = await kevOf({
      catalogVersion: '2026.11.20',
      dateReleased: '2026-11-20T17:04:19.9796Z',
      count: 4,
      vulnerabilities: [
        entry('CVE-2021-44228'),
        entry(42),
        entry('CVE-2021-442'),
        entry('cve-2022-22965', {
          dateAdded: 'soon',
          knownRansomwareCampaignUse: 'Unknown',
        }),
      ],
    });
    expect(kev).toEqual({
      version: '2026.11.20',
      dataAt: '2026-11-20T17:04:19.979Z',
      complete: false,
      skipped: 2,
      exploits: [
        {
          cve: 'CVE-2021-44228',
          addedAt: '2021-12-10T00:00:00.000Z',
          dueAt: '2021-12-24T00:00:00.000Z',
          ransomware: true,
        },
        {
          cve: 'CVE-2022-22965',
          addedAt: undefined,
          dueAt: '2021-12-24T00:00:00.000Z',
          ransomware: false,
        },
      ],
    });
  });

  it('is complete only with as many entries as it declares', async () => {
    const vulnerabilities = [entry('CVE-2021-44228')];
    expect((await kevOf({ vulnerabilities })).complete).toBe(true);
    expect((await kevOf({ count: 1, vulnerabilities })).complete).toBe(true);
    expect((await kevOf({ count: 2, vulnerabilities })).complete).toBe(false);
  });

  it.each([
    ['a list', [], 'expected a list of vulnerabilities'],
    ['another document', { items: [] }, 'expected a list of vulnerabilities'],
    ['an empty one', { vulnerabilities: [] }, 'has no entry'],
    ['one without CVEs', { vulnerabilities: [1, {}] }, 'has no entry'],
  ])('refuses %s', async (_, document, message) => {
    await expect(kevOf(document)).rejects.toThrow(message);
  });

  it('refuses what is not JSON without quoting it', async () => {
    await expect(readKev(pieces('<html>secret'))).rejects.toThrow(
      'Not a KEV catalogue: the document is not JSON',
    );
  });
});

describe('readEpss', () => {
  it('reads the scores, and passes over rows that are bad', async () => {
    const text = [
      model,
      'cve,epss,percentile',
      'CVE-1999-0001,0.03351,0.88255',
      'CVE-1999-0002,1.7,0.98037',
      'CVE-1999-0003,,0.5',
      'no CVE,0.1,0.5',
      'CVE-1999-1x,0.1,0.5',
      '',
      'CVE-1999-0004,0.1,',
      'CVE-1999-0005,0.000',
    ].join('\r\n');
    expect(await scoresOf(text)).toEqual({
      version: 'v2026.06.15',
      dataAt: '2026-09-29T12:00:22.000Z',
      total: 3,
      skipped: 4,
      scores: [
        { cve: 'CVE-1999-0001', epss: 0.03351, percentile: 0.88255 },
        { cve: 'CVE-1999-0004', epss: 0.1, percentile: undefined },
        { cve: 'CVE-1999-0005', epss: 0, percentile: undefined },
      ],
    });
  });

  it('knows the columns by their names, and the day in any of its spellings', async () => {
    const { scores, dataAt } = await scoresOf(
      '#model_version:v2025.03.14,score_date:2025-03-20T00:00:00+0000\npercentile,cve,epss\n0.9,CVE-2021-44228,0.5\n',
    );
    expect(dataAt).toBe('2025-03-20T00:00:00.000Z');
    expect(scores).toEqual([
      { cve: 'CVE-2021-44228', epss: 0.5, percentile: 0.9 },
    ]);
  });

  it.each([
    ['nothing', '', 'in line 1'],
    ['a page', '<html>\n<body>', 'in line 1'],
    ['a model without its day', '#model_version:v1\ncve,epss', 'in line 1'],
    ['other columns', `${model}\nid,score\nCVE-1,1`, 'in line 2'],
    ['no scores', `${model}\ncve,epss\nx,y\n`, 'has no score'],
    ['one endless line', 'x'.repeat(20_000), 'longer than 10000 characters'],
  ])('refuses %s', async (_, text, message) => {
    await expect(scoresOf(text)).rejects.toThrow(message);
  });

  it('hands on many scores in batches', async () => {
    const lines = Array.from(
      { length: 11_000 },
      (_, at) => `CVE-2024-${10_000 + at},0.5,0.5`,
    );
    const sizes: number[] = [];
    await readEpss(
      pieces([model, 'cve,epss,percentile', ...lines].join('\n'), 65_536),
      async batch => {
        sizes.push(batch.length);
      },
    );
    expect(sizes).toEqual([5_000, 5_000, 1_000]);
  });
});

describe('openFeed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'feeds-'));
  const file = (name: string, content: Buffer | string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const urlReader = mockServices.urlReader.mock({
    readUrl: async url => ({
      buffer: async () =>
        url.endsWith('.gz') ? gzipSync('from afar') : Buffer.from('from afar'),
    }),
  });
  const textOf = async (location: string, maxBytes = 1000) => {
    const read: Uint8Array[] = [];
    const options = { urlReader, maxBytes };
    for await (const piece of openFeed(location, options)) read.push(piece);
    return Buffer.concat(read).toString();
  };

  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads files and addresses, plain or compressed', async () => {
    expect(await textOf(file('plain.csv', 'at hand'))).toBe('at hand');
    expect(await textOf(file('any.name', gzipSync('at hand')))).toBe('at hand');
    expect(await textOf(file('one-byte', 'x'))).toBe('x');
    expect(await textOf(file('empty', ''))).toBe('');
    expect(await textOf('https://feeds.example/kev.json')).toBe('from afar');
    expect(await textOf('https://feeds.example/epss.gz')).toBe('from afar');
  });

  it('refuses what is too large, also when it was small before inflation', async () => {
    const bomb = file('bomb.gz', gzipSync(Buffer.alloc(10_000_000)));
    await expect(textOf(bomb)).rejects.toThrow('larger than 1000 bytes');
    await expect(textOf('https://feeds.example/kev.json', 3)).rejects.toThrow(
      'larger than 3 bytes',
    );
  });

  it('fails for files that are missing, cut off or damaged', async () => {
    await expect(textOf(join(folder, 'missing'))).rejects.toThrow('ENOENT');
    const packed = gzipSync('a text of some length, again and again');
    await expect(
      textOf(file('cut.gz', packed.subarray(0, 20))),
    ).rejects.toThrow('unexpected end of file');
    const damaged = Buffer.concat([
      packed.subarray(0, 10),
      Buffer.alloc(99, 7),
    ]);
    await expect(textOf(file('bad.gz', damaged))).rejects.toThrow();
  });
});

const files = corpus();

if (!files) {
  it('left out: REPORT_CORPUS is not set', () => {
    expect(files).toBeUndefined();
  });
} else {
  describe('the feeds of the corpus', () => {
    it.each(files.files('kev').map(file => [file.file, file] as const))(
      '%s',
      async (_, file) => {
        const { expect: counted } = file;
        const kev = await readKev(pieces(files.bytes(file), 65_536));
        expect(kev.version).toBe(counted.catalogVersion);
        expect(kev.dataAt).toBe(new Date(counted.dateReleased).toISOString());
        expect(kev.exploits).toHaveLength(counted.distinctCves);
        expect([kev.skipped, kev.complete]).toEqual([0, true]);
        expect(kev.exploits.filter(e => e.ransomware)).toHaveLength(
          counted.ransomware.Known,
        );
        const days = kev.exploits.map(e => e.addedAt?.slice(0, 10)).sort();
        expect([days[0], days[days.length - 1]]).toEqual([
          counted.minDateAdded,
          counted.maxDateAdded,
        ]);
        expect(kev.exploits.some(e => e.cve === 'CVE-2021-44228')).toBe(
          counted['containsCVE-2021-44228'],
        );
      },
    );

    it.each(files.files('epss').map(file => [file.file, file] as const))(
      '%s',
      async (_, file) => {
        const { expect: counted } = file;
        const { scores, ...summary } = await scoresOf(files.bytes(file));
        expect(summary).toEqual({
          version: /model_version:([^,]+)/.exec(counted.commentLine)?.[1],
          dataAt: '2026-09-29T12:00:22.000Z',
          total: counted.rows,
          skipped: 0,
        });
        const values = scores.map(({ epss }) => epss).sort((a, b) => a - b);
        expect(new Set(scores.map(({ cve }) => cve)).size).toBe(
          counted.distinctCves,
        );
        expect([values[0], values[values.length - 1]]).toEqual([
          counted.min,
          counted.max,
        ]);
        expect(values.filter(value => value >= 0.1)).toHaveLength(
          counted['ge0.1'],
        );
        expect(scores).toContainEqual({
          cve: counted.top.cve,
          epss: Number(counted.top.epss),
          percentile: Number(counted.top.percentile),
        });
      },
    );
  });
}
