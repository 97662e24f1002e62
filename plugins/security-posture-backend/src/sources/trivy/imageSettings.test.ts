import { withCorpus } from '../__testUtils__/withCorpus';
import { fixture, image, read } from './__fixtures__/reports';
import { trivySource } from './source';

describe('what a scan tells of the image', () => {
  it('is its configuration, its distribution, its base and its size', () => {
    const report = read(fixture('image'));
    expect(report.images).toEqual([
      {
        subject: report.subject,
        createdAt: '2026-08-25T10:10:00.987Z',
        os: { family: 'debian', version: '12.5', endOfLife: false },
        user: 'shop',
        environment: ['PATH', 'API_TOKEN'],
        exposedPorts: ['8080/tcp'],
        baseImages: ['docker.io/library/debian:12-slim'],
        baseLayers: [`sha256:${'5'.repeat(64)}`],
        sizeBytes: 131072000,
      },
    ]);
    expect(JSON.stringify(report)).not.toContain('hunter2');
  });

  it('is told of each image in a cluster, and of nothing that is none', () => {
    const report = read(fixture('kubernetes'));
    expect(report.images).toEqual([
      {
        subject: {
          kind: 'image',
          name: 'ghcr.io/acme/cart',
          tag: '3',
          digest: `sha256:${'7'.repeat(64)}`,
        },
        os: { family: 'debian', version: '9.13', endOfLife: true },
        user: '',
        environment: ['PATH'],
        exposedPorts: [],
      },
    ]);
  });

  it('is told of all images of a pod that have names', () => {
    const noted = (name: string) => ({
      RepoTags: [`ghcr.io/acme/${name}:1`],
      OS: { Family: 'alpine', Name: '3.19' },
    });
    const Metadata = [noted('app'), noted('proxy'), { OS: { Family: 'x' } }];
    const report = read({
      ClusterName: 'prod',
      Resources: [
        {
          Kind: 'Pod',
          Name: 'a',
          Metadata,
          Results: [{ Class: 'os-pkgs', Vulnerabilities: [] }],
        },
      ],
    });
    // Which of them the scan judged is unknown.
    const os = { family: 'alpine', version: '3.19' };
    expect(report.images).toMatchObject([
      { subject: { name: 'ghcr.io/acme/app' }, os },
      { subject: { name: 'ghcr.io/acme/proxy' }, os },
    ]);
    expect(report.images?.[0].os).toEqual(os);
  });

  it('says that a distribution is maintained only if that was looked at', () => {
    const endOfLife = (results: unknown, scanners?: ['secret']) =>
      read(image(results, { Metadata: { OS: { Family: 'debian' } } }), {
        scanners,
      }).images?.[0].os?.endOfLife;
    const packages = [{ Class: 'os-pkgs', Type: 'debian' }];
    expect(endOfLife(packages)).toBe(false);
    expect(endOfLife(packages, ['secret'])).toBeUndefined();
    expect(endOfLife([{ Class: 'secret' }])).toBeUndefined();
    expect(endOfLife(undefined)).toBeUndefined();
  });

  it('is nothing for a folder, or where nothing is told', () => {
    const Metadata = { OS: { Family: 'debian', Name: '12' } };
    const folder = { ArtifactType: 'filesystem', ArtifactName: '/', Metadata };
    expect(read(image([], folder)).images).toBeUndefined();
    expect(read(image([], { Metadata: {} })).images).toBeUndefined();
    expect(read(image([])).images).toBeUndefined();
  });

  it('is kept of an archive that names no image', () => {
    const report = read(
      image([], { ArtifactName: 'shop.tar', Metadata: { Size: 7 } }),
    );
    expect(report.images).toEqual([
      { subject: { kind: 'artifact', name: 'shop.tar' }, sizeBytes: 7 },
    ]);
  });

  it('leaves out what is malformed, and no more', () => {
    const Metadata = {
      OS: { Family: 7, Name: '12' },
      Size: 'large',
      ImageConfig: { config: { User: {}, Env: 'TOKEN=hunter2' } },
      DiffIDs: [7, null],
      Layers: 'none',
    };
    const report = read(image([], { Metadata }));
    expect(JSON.parse(JSON.stringify(report.images))).toEqual([
      { subject: report.subject, exposedPorts: [] },
    ]);
    expect(report.skippedTotal).toBe(0);
  });
});

withCorpus(files => {
  const told = (file: string) => {
    const entry = files.files('trivy').find(each => each.file === file);
    if (!entry) throw new Error(`${file} is not in the corpus`);
    const [report] = trivySource.parse(files.documents(entry), {
      receivedAt: new Date('2026-09-01T00:00:00Z'),
    });
    const [{ subject, baseLayers, environment, ...settings }] =
      report.images ?? [{ subject: report.subject }];
    return {
      ...settings,
      variables: environment?.length,
      layersOfBase: baseLayers?.length,
    };
  };

  // Counted in the files by hand: the history tells the last CMD or ENTRYPOINT
  // below the last layer.
  it.each([
    [
      'trivy/scb-juice-shop-v10.2.0.json',
      {
        createdAt: '2020-04-22T11:53:35.152Z',
        os: { family: 'alpine', version: '3.11.5', endOfLife: true },
        user: 'juicer',
        exposedPorts: ['3000/tcp'],
        variables: 3,
        layersOfBase: 4,
      },
    ],
    [
      'trivy/trivy-spring4shell-jre8.json',
      {
        createdAt: '2022-06-06T13:51:57.120Z',
        os: { family: 'debian', version: '11.3', endOfLife: false },
        user: '',
        exposedPorts: ['8080/tcp'],
        sizeBytes: 236810240,
        layersOfBase: 8,
      },
    ],
    [
      'trivy/trivy-fluentd-gems.json',
      {
        os: { family: 'debian', version: '10.2', endOfLife: false },
        layersOfBase: 1,
      },
    ],
    // It is a base image itself.
    [
      'trivy/trivy-alpine-310.json',
      {
        os: { family: 'alpine', version: '3.10.2', endOfLife: true },
        user: '',
        layersOfBase: undefined,
      },
    ],
    // There is no list of packages of a distribution.
    ['trivy/trivy-busybox-with-lockfile.json', { user: '', exposedPorts: [] }],
  ])('%s tells of its image', (file, expected) => {
    expect(told(file)).toMatchObject(expected);
  });

  it('has the configuration of every image that is in a file', () => {
    const scans = files.files('trivy').map(entry => {
      const documents = files.documents(entry);
      const reports = trivySource.parse(documents, {
        receivedAt: new Date('2026-09-01T00:00:00Z'),
      });
      const images = reports.flatMap(report => report.images ?? []);
      return {
        file: entry.file,
        images: images.length,
        configured: images.filter(({ user }) => user !== undefined).length,
        onBase: images.filter(({ baseLayers }) => baseLayers).length,
      };
    });
    expect(scans.filter(({ images }) => images > 0)).toHaveLength(17);
    expect(scans.filter(({ configured }) => configured > 0)).toHaveLength(15);
    // The others are base images, or have no history.
    const onBase = scans.filter(each => each.onBase > 0);
    expect(onBase.map(({ file }) => file).sort()).toEqual(
      [
        'dd-all_statuses',
        'dd-issue_9170',
        'dd-issue_9333',
        'scb-juice-shop-v10.2.0',
        'scb-juice-shop-v12.10.2-empty-results',
        'trivy-busybox-with-lockfile',
        'trivy-fluentd-gems',
        'trivy-spring4shell-jre8',
      ].map(name => `trivy/${name}.json`),
    );
  });
});
