import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withCorpus } from '../__testUtils__/withCorpus';
import { grypeSource } from './source';

const context = { receivedAt: new Date('2031-03-03T00:00:00Z') };
const fixture = () =>
  JSON.parse(
    readFileSync(join(__dirname, '__fixtures__', 'image.json'), 'utf8'),
  );
const parse = (value: any) =>
  grypeSource.parse([{ value, path: '$' }], context)[0];

describe('what a scan tells of the image', () => {
  it('is its configuration, out of base64, its distribution and its size', () => {
    const report = parse(fixture());
    expect(report.images).toEqual([
      {
        subject: report.subject,
        createdAt: '2031-03-01T08:00:00.000Z',
        os: { family: 'debian', version: '12' },
        user: '10001:10001',
        environment: ['PATH', 'DB_PASSWORD'],
        exposedPorts: ['9090/tcp', '8443/tcp'],
        baseImages: ['docker.io/library/debian:12'],
        baseLayers: [`sha256:${'1'.repeat(64)}`],
        sizeBytes: 84521984,
      },
    ]);
  });

  it.each([
    ['no base64', '{"config":{}}'],
    ['no JSON', Buffer.from('{').toString('base64')],
    ['no configuration', Buffer.from('[7]').toString('base64')],
    ['no text', 7],
  ])('is without a configuration that is %s', (_, config) => {
    const value = fixture();
    Object.assign(value.source.target, { config, imageSize: -1 });
    value.distro.name = 'rhel';
    const report = parse(value);
    expect(report.images).toEqual([
      { subject: report.subject, os: { family: 'redhat', version: '12' } },
    ]);
  });

  it('is nothing for a folder, or where nothing is told', () => {
    const source = { type: 'directory', target: '.' };
    const distro = { name: 'debian', version: '12' };
    expect(parse({ matches: [], source, distro }).images).toBeUndefined();
    const image = { type: 'image', target: { userInput: 'nginx' } };
    expect(
      parse({ matches: [], source: image, distro: { name: '', version: '' } })
        .images,
    ).toBeUndefined();
  });
});

withCorpus(files => {
  // Each of these real scans has the whole configuration in base64.
  it.each([
    [
      'grype/dd-check_all_fields.json',
      {
        os: { family: 'debian', version: '10' },
        user: '1001',
        sizeBytes: 707381791,
        layersOfBase: 5,
      },
    ],
    [
      'grype/dd-fix_available.json',
      {
        os: { family: 'ubuntu', version: '20.04' },
        user: 'cams',
        exposedPorts: ['8080/tcp'],
        layersOfBase: 16,
      },
    ],
    [
      'grype/grype-explain-keycloak.json',
      {
        os: { family: 'redhat', version: '9.1' },
        user: '1000',
        exposedPorts: ['8080/tcp', '8443/tcp'],
        // The base image was squashed into one layer after its CMD.
        layersOfBase: 0,
      },
    ],
    [
      'grype/samplescan-grype_nginx.json',
      { user: '', exposedPorts: ['80/tcp'], layersOfBase: 1 },
    ],
    ['grype/heimdall-amazon.json', { os: { family: 'amazon', version: '2' } }],
  ])('%s tells of its image', (file, expected) => {
    const entry = files.files('grype').find(each => each.file === file);
    if (!entry) throw new Error(`${file} is not in the corpus`);
    const [report] = grypeSource.parse(files.documents(entry), context);
    const [image] = report.images ?? [];
    const { baseLayers = [], ...settings } = image;
    expect({ ...settings, layersOfBase: baseLayers.length }).toMatchObject(
      expected,
    );
  });

  // The list of Debian's packages is of layer 6 and 1, which wrote it last; the
  // files of a package tell which brought it.
  it.each([
    ['grype/dd-check_all_fields.json', { deb: [2, 1], python: [0, 3] }],
    ['grype/samplescan-grype_nginx.json', { deb: [84, 59] }],
  ])('%s tells what came with the base image', (file, expected) => {
    const entry = files.files('grype').find(each => each.file === file);
    if (!entry) throw new Error(`${file} is not in the corpus`);
    const [report] = grypeSource.parse(files.documents(entry), context);
    const base = new Set(report.images?.[0].baseLayers);
    const counts: Record<string, [base: number, own: number]> = {};
    for (const finding of report.findings) {
      if (finding.kind !== 'vulnerability') continue;
      const { type = '', layer = '' } = finding.package;
      const name = type === 'pypi' ? 'python' : type;
      counts[name] ??= [0, 0];
      counts[name][base.has(layer) ? 0 : 1] += 1;
    }
    expect(counts).toEqual(expected);
  });
});
