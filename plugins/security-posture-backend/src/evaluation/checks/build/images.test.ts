import type {
  ArtifactFacts,
  FindingFacts,
  PackageFacts,
} from '../../../model/facts';
import { defaultPolicyRules } from '../../../model/policyRules';
import {
  daysAgo,
  imageArtifact,
  repositoryArtifact,
  scan,
  vulnerability,
  workload,
} from '../../__testUtils__/facts';
import { casesOf, describeCases } from '../../__testUtils__/judged';
import { baseFresh } from './baseFresh';
import { baseOutdated } from './baseOutdated';
import { compilers } from './compilers';
import { debuggers } from './debuggers';
import { depsOutdated } from './depsOutdated';
import { imageMinimal } from './imageMinimal';
import { networkTools } from './networkTools';
import { packageManagers } from './packageManagers';
import { shells } from './shells';

const packages = (changes: Partial<PackageFacts> = {}): PackageFacts => ({
  total: 30,
  ofSystem: 20,
  ofLanguages: 10,
  notable: [],
  ...changes,
});

const holding = (...notable: string[]) => ({
  artifacts: [imageArtifact({ packages: packages({ notable }) })],
});

const vulnerableIn = (
  pkg: FindingFacts['package'],
  changes: Partial<FindingFacts> = {},
) => ({
  artifacts: [imageArtifact()],
  findings: [vulnerability({ package: pkg, ...changes })],
});

const image = (settings: ArtifactFacts['image']) => ({
  artifacts: [imageArtifact({ image: settings })],
});

const other = { subjectId: 'image-cart', name: 'ghcr.io/acme/cart' };
const debian = { os: { family: 'debian', version: '12' } };
const noSystem = packages({ ofSystem: 0 });

const toolChecks = [
  { check: packageManagers, tool: 'apk-tools', elsewhere: 'gdb' },
  { check: networkTools, tool: 'curl', elsewhere: 'bash' },
  { check: shells, tool: 'bash', elsewhere: 'curl' },
  { check: compilers, tool: 'gcc', elsewhere: 'apt' },
  { check: debuggers, tool: 'strace', elsewhere: 'make' },
];

describe('what is in images', () => {
  describeCases([
    ...casesOf(
      imageMinimal,
      [
        'pass',
        'few packages',
        { artifacts: [imageArtifact({ packages: packages() })] },
      ],
      [
        'pass',
        'at the first threshold',
        {
          artifacts: [imageArtifact({ packages: packages({ ofSystem: 40 }) })],
        },
      ],
      [
        'warn',
        'above the first threshold',
        {
          artifacts: [imageArtifact({ packages: packages({ ofSystem: 41 }) })],
        },
        { says: /41 packages/ },
      ],
      [
        'fail',
        'above the second threshold',
        {
          artifacts: [imageArtifact({ packages: packages({ ofSystem: 121 }) })],
        },
        { says: /121 packages/ },
      ],
      [
        'fail',
        'above thresholds of the policy',
        { artifacts: [imageArtifact({ packages: packages() })] },
        { policy: { packages: { pass: 5, warn: 10 } } },
      ],
      ['warn', 'few packages, and curl', holding('curl'), { says: /curl/ }],
      [
        'pass',
        'curl, in a minimal distribution',
        {
          artifacts: [
            imageArtifact({
              packages: packages({ notable: ['curl'] }),
              image: { os: { family: 'alpine' } },
            }),
          ],
        },
      ],
      [
        'pass',
        'binutils, on a minimal base image',
        {
          artifacts: [
            imageArtifact({
              packages: packages({ notable: ['binutils'] }),
              image: {
                ...debian,
                baseImages: ['gcr.io/distroless/cc-debian12:nonroot@sha256:1'],
              },
            }),
          ],
        },
      ],
      ['unknown', 'no packages are listed', { artifacts: [imageArtifact()] }],
      [
        'fail',
        'one large, one unknown',
        {
          artifacts: [
            imageArtifact(other),
            imageArtifact({ packages: packages({ ofSystem: 300 }) }),
          ],
        },
        { says: /^ghcr\.io\/acme\/shop is/ },
      ],
      ['unknown', 'nothing is known', {}],
      [
        'not-applicable',
        'a repository alone',
        { artifacts: [repositoryArtifact()] },
      ],
    ),
    ...toolChecks.flatMap(({ check, tool, elsewhere }) =>
      casesOf(
        check,
        ['fail', 'one is there', holding(tool), { says: new RegExp(tool) }],
        ['fail', 'one with its version', holding(`${tool}-12.1`)],
        [
          'fail',
          'no list is known, and a vulnerability was found in one',
          vulnerableIn({ name: tool, type: 'deb' }),
          { says: new RegExp(tool) },
        ],
        [
          'unknown',
          'the vulnerability is in a library of that name',
          vulnerableIn({ name: tool, type: 'npm' }),
        ],
        [
          'unknown',
          'the vulnerability was not looked for again',
          vulnerableIn({ name: tool, type: 'deb' }, { isStale: true }),
        ],
        [
          'unknown',
          'the vulnerability is on another digest',
          vulnerableIn({ name: tool, type: 'deb' }, { digests: ['sha256:1'] }),
        ],
        ['pass', 'none is there', holding()],
        ['pass', 'tools of another kind are there', holding(elsewhere)],
        [
          'fail',
          'in what runs, not in what is built',
          {
            artifacts: [
              imageArtifact({ packages: packages() }),
              imageArtifact({
                built: false,
                running: true,
                packages: packages({ notable: [tool] }),
              }),
            ],
          },
        ],
        [
          'unknown',
          'one of two is not listed',
          {
            artifacts: [
              imageArtifact({ packages: packages() }),
              imageArtifact(other),
            ],
          },
          { says: /cart\.$/ },
        ],
        [
          'unknown',
          'the distribution is not listed',
          {
            artifacts: [imageArtifact({ packages: noSystem, image: debian })],
          },
        ],
        [
          'unknown',
          'a list of languages alone',
          { artifacts: [imageArtifact({ packages: noSystem })] },
        ],
        [
          'pass',
          'an image without a distribution',
          {
            artifacts: [
              imageArtifact({ packages: noSystem, image: { user: '1' } }),
            ],
          },
        ],
        ['unknown', 'nothing is known', {}],
        ['unknown', 'something runs', { workloads: [workload()] }],
        [
          'not-applicable',
          'a repository alone',
          { artifacts: [repositoryArtifact()] },
        ],
      ),
    ),
    ...casesOf(networkTools, [
      'warn',
      'busybox',
      holding('busybox'),
      { says: /busybox/ },
    ]),
  ]);
});

describe('how fresh images are', () => {
  const layered = (changes: Parameters<typeof vulnerability>[0]) => ({
    artifacts: [imageArtifact()],
    findings: [vulnerability(changes)],
  });
  const npm = { name: 'lodash', version: '4.17.20', type: 'npm' };

  describeCases([
    ...casesOf(
      baseFresh,
      ['pass', 'built 90 days ago', image({ createdAt: daysAgo(90) })],
      [
        'fail',
        'built 91 days ago',
        image({ createdAt: daysAgo(91.1) }),
        { says: /91 days/ },
      ],
      [
        'fail',
        'older than the policy allows',
        image({ createdAt: daysAgo(10) }),
        {
          policy: {
            freshness: { ...defaultPolicyRules.freshness, imageAgeDays: 9 },
          },
        },
      ],
      [
        'fail',
        'a distribution without support',
        image({
          createdAt: daysAgo(1),
          os: { family: 'debian', version: '10', endOfLife: true },
        }),
        { says: /debian 10/ },
      ],
      [
        'fail',
        'a distribution without support, and no date',
        image({ os: { family: 'alpine', endOfLife: true } }),
      ],
      ['unknown', 'no date', image({ user: 'app' })],
      [
        'unknown',
        'the date of a reproducible build',
        image({ createdAt: '1970-01-01T00:00:00.000Z' }),
      ],
      ['unknown', 'a date in the future', image({ createdAt: daysAgo(-3) })],
      ['unknown', 'no configuration', { artifacts: [imageArtifact()] }],
      ['unknown', 'nothing is known', {}],
      [
        'not-applicable',
        'a repository alone',
        { artifacts: [repositoryArtifact()] },
      ],
    ),
    ...casesOf(
      baseOutdated,
      [
        'fail',
        'a fix for the base image',
        layered({ isFromBase: true }),
        {
          says: /1 vulnerability: CVE-2026-1000 in openssl 3\.0\.13, fixed in 3\.0\.15/,
        },
      ],
      ['pass', 'a fix for what was added', layered({ isFromBase: false })],
      ['pass', 'no fix', layered({ isFromBase: true, fixable: false })],
      ['unknown', 'nobody knows whose it is', layered({})],
      [
        'unknown',
        'another digest was not scanned',
        {
          artifacts: [
            imageArtifact(),
            imageArtifact({ digest: `sha256:${'b'.repeat(64)}`, scans: [] }),
          ],
          findings: [vulnerability({ isFromBase: false })],
        },
      ],
      [
        'warn',
        'nobody looked again',
        layered({ isFromBase: true, isStale: true }),
      ],
      ['pass', 'nothing was found', { artifacts: [imageArtifact()] }],
      [
        'unknown',
        'more than is judged',
        { artifacts: [imageArtifact()], isTruncated: true },
      ],
      [
        'unknown',
        'never scanned',
        { artifacts: [imageArtifact({ scans: [] })] },
      ],
      [
        'unknown',
        'scanned in part',
        { artifacts: [imageArtifact({ scans: [scan({ complete: false })] })] },
      ],
      ['unknown', 'nothing is known', {}],
      [
        'not-applicable',
        'a repository alone',
        { artifacts: [repositoryArtifact()] },
      ],
    ),
    ...casesOf(
      depsOutdated,
      [
        'fail',
        'a grave one of a library',
        layered({ package: npm }),
        { says: /lodash/ },
      ],
      [
        'warn',
        'a lesser one of a library',
        layered({ package: npm, severity: 'medium' }),
      ],
      [
        'warn',
        'one of unknown severity',
        layered({ package: npm, severity: 'unknown' }),
      ],
      ['pass', 'one of the distribution', layered({})],
      ['pass', 'one without a fix', layered({ package: npm, fixable: false })],
      [
        'unknown',
        'a package of no type',
        layered({ package: { name: 'lodash' } }),
      ],
      [
        'unknown',
        'never scanned',
        { artifacts: [imageArtifact({ scans: [] })] },
      ],
      [
        'fail',
        'in a repository beside a clean image',
        {
          artifacts: [imageArtifact(), repositoryArtifact()],
          findings: [
            vulnerability({
              package: npm,
              subjectId: 'repository-shop',
              subject: { kind: 'repository', name: 'github.com/acme/shop' },
              digests: [],
            }),
          ],
        },
      ],
      ['unknown', 'nothing is known', {}],
    ),
  ]);
});
