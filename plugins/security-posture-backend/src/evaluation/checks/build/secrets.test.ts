import type { Subject } from 'backstage-plugin-security-posture-common';
import type { ArtifactFacts } from '../../../model/facts';
import {
  imageArtifact,
  misconfiguration,
  passed,
  repositoryArtifact,
  scan,
  secret,
  shopImage,
  shopWorkload,
  workload,
} from '../../__testUtils__/facts';
import { casesOf, describeCases } from '../../__testUtils__/judged';
import { imageEnvSecret } from './imageEnvSecret';
import { rootUser } from './rootUser';
import { secretsNone } from './secretsNone';
import { secretsPlaintext } from './secretsPlaintext';

const looked = { scans: [scan({ kind: 'secret' })] };
const image = imageArtifact(looked);
const repository = repositoryArtifact(looked);
const repositorySubject: Subject = {
  kind: 'repository',
  name: 'github.com/acme/shop',
};

const bothOf = (check: typeof secretsNone) =>
  casesOf(
    check,
    [
      'fail',
      'one in a file',
      { artifacts: [image], findings: [secret()] },
      { says: /1 secret .*AWS access key in app\/config\.env/ },
    ],
    [
      'fail',
      'one in a repository',
      {
        artifacts: [image, repository],
        findings: [
          secret({ subjectId: 'repository-shop', subject: repositorySubject }),
        ],
      },
    ],
    ['fail', 'one, and nothing else is known', { findings: [secret()] }],
    [
      'warn',
      'one that nobody looked for again',
      { artifacts: [image], findings: [secret({ isStale: true })] },
    ],
    [
      'pass',
      'none in image and repository',
      { artifacts: [image, repository] },
    ],
    [
      'unknown',
      'the image was not scanned for secrets',
      { artifacts: [imageArtifact(), repository] },
      { says: /ghcr\.io/ },
    ],
    [
      'unknown',
      'the repository was not scanned for secrets',
      { artifacts: [image, repositoryArtifact()] },
      { says: /github\.com/ },
    ],
    [
      'unknown',
      'scanned in part',
      {
        artifacts: [
          imageArtifact({ scans: [scan({ kind: 'secret', complete: false })] }),
        ],
      },
    ],
    [
      'unknown',
      'more than is judged',
      { artifacts: [image], isTruncated: true },
    ],
    ['unknown', 'nothing is known', {}],
  );

describe('secrets in what is built', () => {
  describeCases([
    ...bothOf(secretsNone),
    ...bothOf(secretsPlaintext),
    ...casesOf(
      secretsNone,
      [
        'fail',
        'one without a file',
        { findings: [secret({ path: undefined })] },
      ],
      [
        'fail',
        'one on a workload',
        {
          findings: [
            secret({ subject: shopWorkload, subjectId: 'workload-checkout' }),
          ],
        },
      ],
    ),
    ...casesOf(
      secretsPlaintext,
      [
        'warn',
        'one without a file',
        { artifacts: [image], findings: [secret({ path: undefined })] },
      ],
      [
        'pass',
        'one on a workload',
        {
          artifacts: [image],
          findings: [
            secret({ subject: shopWorkload, subjectId: 'workload-checkout' }),
          ],
        },
      ],
    ),
  ]);
});

const configured = (settings: ArtifactFacts['image']) => ({
  artifacts: [imageArtifact({ image: settings })],
});

/** What both checks of the configuration of images say alike. */
const settingsOf = (
  check: typeof rootUser,
  control: string,
  good: ArtifactFacts['image'],
  bad: ArtifactFacts['image'],
) => {
  const onImage = { subjectId: 'image-shop', subject: shopImage };
  const dockerfile = {
    subjectId: 'repository-shop',
    subject: repositorySubject,
    path: 'services/shop/Dockerfile.prod',
  };
  const finding = (changes: Parameters<typeof misconfiguration>[1]) => [
    misconfiguration(control, { stage: 'build', ...changes }),
  ];
  return casesOf(
    check,
    ['pass', 'a good configuration', configured(good)],
    [
      'fail',
      'a bad configuration',
      configured(bad),
      { says: /ghcr\.io\/acme\/shop/ },
    ],
    [
      'unknown',
      'a configuration that does not tell',
      configured({ sizeBytes: 1 }),
    ],
    ['unknown', 'no configuration', { artifacts: [imageArtifact()] }],
    [
      'fail',
      'what runs is bad',
      {
        artifacts: [
          imageArtifact({ image: good }),
          imageArtifact({ built: false, running: true, image: bad }),
        ],
      },
    ],
    [
      'fail',
      'a tool reports the image',
      { artifacts: [imageArtifact()], findings: finding(onImage) },
    ],
    [
      'fail',
      'a tool reports an image that looks right',
      { ...configured(good), findings: finding(onImage) },
    ],
    [
      'fail',
      'a tool reports a Dockerfile',
      { artifacts: [repositoryArtifact()], findings: finding(dockerfile) },
    ],
    [
      'warn',
      'a tool reported the image, and looked no more',
      { findings: finding({ ...onImage, isStale: true }) },
    ],
    [
      'not-applicable',
      'a tool reports a manifest in the repository',
      {
        artifacts: [repositoryArtifact()],
        findings: finding({ ...dockerfile, path: 'deploy/deployment.yaml' }),
      },
    ],
    [
      'pass',
      'a tool reports the workload',
      { ...configured(good), findings: finding({}), workloads: [workload()] },
    ],
    [
      'pass',
      'a tool found the image in order',
      {
        artifacts: [imageArtifact()],
        passes: [passed(control, { subjectId: 'image-shop' })],
      },
    ],
    [
      'unknown',
      'a tool found one of two digests in order, nobody knows which',
      {
        artifacts: [
          imageArtifact(),
          imageArtifact({ built: false, running: true, digest: 'sha256:b' }),
        ],
        passes: [passed(control, { subjectId: 'image-shop' })],
      },
    ],
    [
      'unknown',
      'a tool found the workload in order',
      { artifacts: [imageArtifact()], passes: [passed(control)] },
    ],
    ['unknown', 'nothing is known', {}],
    [
      'not-applicable',
      'a repository alone',
      { artifacts: [repositoryArtifact()] },
    ],
  );
};

describe('what scanners miss in images', () => {
  describeCases([
    ...settingsOf(rootUser, 'run-as-non-root', { user: '10001' }, { user: '' }),
    ...casesOf(
      rootUser,
      ...['root', '0', '0:0', 'root:root', '0:1000', 'ROOT', ' 0 ', '00'].map(
        (user): ['fail', string, object] => [
          'fail',
          `user "${user}"`,
          configured({ user }),
        ],
      ),
      ...['app', '1000:0', 'rooty', '65532', 'nonroot:nonroot'].map(
        (user): ['pass', string, object] => [
          'pass',
          `user "${user}"`,
          configured({ user }),
        ],
      ),
    ),
    ...settingsOf(
      imageEnvSecret,
      'secret-in-environment',
      { environment: ['PATH', 'LANG', 'GPG_KEY'] },
      { environment: ['PATH', 'DB_PASSWORD'] },
    ),
    ...casesOf(
      imageEnvSecret,
      ['pass', 'no variable', configured({ environment: [] })],
      ...[
        'npm_token',
        'CLIENT_SECRET',
        'X_APIKEY',
        'STRIPE_API_KEY',
        'TLS_PRIVATE_KEY',
        'MYSQL_PASSWD',
        'AWS_CREDENTIALS',
      ].map((name): ['fail', string, object, object] => [
        'fail',
        name,
        configured({ environment: ['PATH', name] }),
        { says: new RegExp(name) },
      ]),
      [
        'pass',
        'a variable that names a file',
        configured({ environment: ['DB_PASSWORD_FILE'] }),
      ],
    ),
  ]);
});
