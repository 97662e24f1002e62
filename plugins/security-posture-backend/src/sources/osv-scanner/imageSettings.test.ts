import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withCorpus } from '../__testUtils__/withCorpus';
import { readSystem } from './readSystem';
import { osvScannerSource } from './source';

const context = { receivedAt: new Date('2031-03-03T00:00:00Z') };
const parse = (value: any) =>
  osvScannerSource.parse([{ value, path: '$' }], context)[0];
const scan = (image_metadata: unknown) =>
  parse({ results: [], image_metadata });

describe('what a scan tells of the image', () => {
  it('is its distribution and its base images, the nearest first', () => {
    const text = readFileSync(
      join(__dirname, '__fixtures__', 'image.json'),
      'utf8',
    );
    expect(parse(JSON.parse(text)).images).toEqual([
      {
        // The document does not name the image.
        subject: { kind: 'artifact', name: 'unknown' },
        os: { family: 'debian', version: '12' },
        baseImages: ['library/node', 'library/debian'],
        baseLayers: [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`],
      },
    ]);
  });

  it('has no base where the scanner knows none', () => {
    const layer_metadata = [
      { diff_id: `sha256:${'1'.repeat(64)}`, base_image_index: 0 },
    ];
    expect(
      scan({ os: '', layer_metadata, base_images: [[]] }).images,
    ).toBeUndefined();
    expect(scan({ os: 'Alpine Linux v3.19' }).images).toEqual([
      {
        subject: { kind: 'artifact', name: 'unknown' },
        os: { family: 'alpine', version: '3.19' },
      },
    ]);
  });

  it('leaves out what is malformed', () => {
    const report = scan({
      os: 7,
      layer_metadata: [null, { diff_id: 'sha256:...', base_image_index: 1 }],
      base_images: [[], {}, [7], [{ name: 7 }, { name: 'debian' }], null],
    });
    expect(report.images).toMatchObject([{ baseImages: ['debian'] }]);
    expect(report.images?.[0].baseLayers).toBeUndefined();
  });
});

it.each([
  ['Debian GNU/Linux 12 (bookworm)', 'debian', '12'],
  ['Ubuntu 26.04 LTS', 'ubuntu', '26.04'],
  ['Red Hat Enterprise Linux 9.4 (Plow)', 'redhat', '9.4'],
  ['Wolfi', 'wolfi', undefined],
])('%s is %s %s', (text, family, version) => {
  expect(readSystem(text)).toEqual({ family, version });
});

withCorpus(files => {
  it('knows the distribution of a real image, and of its base no name', () => {
    const told = files.files('osv-scanner').flatMap(entry => {
      const [report] = osvScannerSource.parse(files.documents(entry), context);
      return report.images ?? [];
    });
    expect(told).toEqual([
      {
        subject: { kind: 'artifact', name: 'unknown' },
        os: { family: 'ubuntu', version: '26.04' },
      },
    ]);
  });
});
