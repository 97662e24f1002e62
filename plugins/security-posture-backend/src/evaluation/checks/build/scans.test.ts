import { defaultPolicyRules } from '../../../model/policyRules';
import {
  daysAgo,
  imageArtifact,
  repositoryArtifact,
  scan,
  sourceFacts,
  vulnerability,
} from '../../__testUtils__/facts';
import { casesOf, describeCases } from '../../__testUtils__/judged';
import { ciIntegrated } from './ciIntegrated';
import { scanCoverage } from './scanCoverage';
import { scanMissing } from './scanMissing';
import { scanRecent } from './scanRecent';
import { scanStale } from './scanStale';

const scanned = (...scans: Parameters<typeof scan>[0][]) =>
  imageArtifact({ scans: scans.map(scan) });

const runs = { built: false, running: true };
const old = { built: false, running: false };
const other = { subjectId: 'image-cart', name: 'ghcr.io/acme/cart' };
const unscanned = repositoryArtifact({ scans: [] });
const debian = { os: { family: 'debian' } };

const lists = (ofSystem: number, ofLanguages: number) => ({
  packages: {
    total: ofSystem + ofLanguages,
    ofSystem,
    ofLanguages,
    notable: [],
  },
});

/** What both checks of the age of scans say alike. */
const agesOf = (check: typeof scanRecent) =>
  casesOf(
    check,
    [
      'pass',
      'a build, 7 days ago',
      { artifacts: [scanned({ at: daysAgo(7) })] },
    ],
    [
      'fail',
      'a build, 8 days ago',
      { artifacts: [scanned({ at: daysAgo(8) })] },
      { says: /acme\/shop/ },
    ],
    [
      'pass',
      'what runs, 30 days ago',
      { artifacts: [{ ...scanned({ at: daysAgo(30) }), ...runs }] },
    ],
    [
      'fail',
      'what runs, 31 days ago',
      { artifacts: [{ ...scanned({ at: daysAgo(31) }), ...runs }] },
    ],
    [
      'fail',
      'a build, longer ago than the policy allows',
      { artifacts: [scanned({ at: daysAgo(2) })] },
      {
        policy: {
          freshness: { ...defaultPolicyRules.freshness, buildScanDays: 1 },
        },
      },
    ],
    [
      'pass',
      'the newest of several',
      {
        artifacts: [
          scanned({ at: daysAgo(40) }, { at: daysAgo(1) }, { at: daysAgo(20) }),
        ],
      },
    ],
    [
      'fail',
      'a newer scan for secrets does not count',
      { artifacts: [scanned({ at: daysAgo(40) }, { kind: 'secret' })] },
    ],
    ['unknown', 'never scanned', { artifacts: [scanned()] }],
    [
      'unknown',
      'one of two was never scanned',
      { artifacts: [scanned({}), imageArtifact({ ...other, scans: [] })] },
      { says: /cart/ },
    ],
    [
      'pass',
      'an artifact that is neither built nor runs is old',
      { artifacts: [scanned({}), { ...scanned({ at: daysAgo(90) }), ...old }] },
    ],
    [
      'pass',
      'a repository without an image',
      { artifacts: [repositoryArtifact()] },
    ],
    [
      'pass',
      'the image alone is scanned',
      { artifacts: [scanned({}), unscanned] },
    ],
    ['unknown', 'nothing is known', {}],
  );

const partial = scanned({ complete: false });

describe('when scans were made', () => {
  describeCases([
    ...agesOf(scanRecent),
    ...agesOf(scanStale),
    ...casesOf(
      scanRecent,
      ['unknown', 'scanned in part', { artifacts: [partial] }],
      [
        'fail',
        'an old complete scan, a new one in part',
        { artifacts: [scanned({ at: daysAgo(9) }, { complete: false })] },
      ],
    ),
    ...casesOf(
      scanStale,
      ['pass', 'scanned in part', { artifacts: [partial] }],
      [
        'fail',
        'a partial scan that is old',
        { artifacts: [scanned({ complete: false, at: daysAgo(9) })] },
      ],
    ),
    ...casesOf(
      scanMissing,
      ['pass', 'scanned', { artifacts: [scanned({})] }],
      ['pass', 'scanned in part', { artifacts: [partial] }],
      [
        'pass',
        'scanned long ago',
        { artifacts: [scanned({ at: daysAgo(400) })] },
      ],
      ['fail', 'a build was never scanned', { artifacts: [scanned()] }],
      [
        'fail',
        'scanned for secrets only',
        { artifacts: [scanned({ kind: 'secret' })] },
      ],
      [
        'fail',
        'what runs was never scanned',
        { artifacts: [scanned({}), { ...scanned(), ...runs }] },
      ],
      [
        'fail',
        'the repository was scanned, the image was not',
        { artifacts: [scanned(), repositoryArtifact()] },
      ],
      [
        'pass',
        'a repository without an image',
        { artifacts: [repositoryArtifact()] },
      ],
      [
        'fail',
        'a repository without an image or a scan',
        { artifacts: [unscanned] },
      ],
      [
        'fail',
        'nothing is known',
        {},
        {
          says: /^No image or repository of this component was ever scanned\.$/,
        },
      ],
      [
        'fail',
        'all that is known is out of use',
        { artifacts: [{ ...scanned({}), ...old }] },
      ],
    ),
  ]);
});

describe('what scans look at', () => {
  describeCases(
    casesOf(
      scanCoverage,
      ['pass', 'both', { artifacts: [imageArtifact(lists(20, 10))] }],
      [
        'fail',
        'a distribution that no scan shows',
        { artifacts: [imageArtifact({ ...lists(0, 10), image: debian })] },
      ],
      [
        'pass',
        'an image without a distribution',
        {
          artifacts: [imageArtifact({ ...lists(0, 10), image: { user: '1' } })],
        },
      ],
      [
        'unknown',
        'nothing tells whether there is a distribution',
        { artifacts: [imageArtifact(lists(0, 10))] },
      ],
      [
        'fail',
        'languages of the repository that no scan shows',
        {
          artifacts: [
            imageArtifact(lists(20, 0)),
            { ...unscanned, ...lists(0, 10) },
          ],
        },
      ],
      [
        'pass',
        'languages that were scanned in the repository',
        {
          artifacts: [
            imageArtifact(lists(20, 0)),
            repositoryArtifact(lists(0, 10)),
          ],
        },
      ],
      [
        'pass',
        'a repository without packages of languages',
        {
          artifacts: [
            imageArtifact(lists(20, 0)),
            repositoryArtifact(lists(0, 0)),
          ],
        },
      ],
      [
        'unknown',
        'a repository that nobody listed',
        { artifacts: [imageArtifact(lists(20, 0)), repositoryArtifact()] },
      ],
      [
        'unknown',
        'an image without languages, and no repository',
        { artifacts: [imageArtifact(lists(20, 0))] },
      ],
      [
        'pass',
        'the types of what was found',
        {
          artifacts: [imageArtifact()],
          findings: [
            vulnerability(),
            vulnerability({ package: { name: 'lodash', type: 'npm' } }),
          ],
        },
      ],
      ['unknown', 'no list', { artifacts: [imageArtifact()] }],
      [
        'unknown',
        'listed, never scanned',
        { artifacts: [imageArtifact({ ...lists(20, 10), scans: [] })] },
      ],
      [
        'pass',
        'a repository with its languages',
        { artifacts: [repositoryArtifact(lists(0, 10))] },
      ],
      [
        'fail',
        'a repository without them',
        { artifacts: [repositoryArtifact(lists(3, 0))] },
      ],
      [
        'unknown',
        'a repository without a list',
        { artifacts: [repositoryArtifact()] },
      ],
      ['unknown', 'nothing is known', {}],
    ),
  );
});

describe('who sends reports', () => {
  const byHand = sourceFacts({ fromPipeline: false });

  describeCases(
    casesOf(
      ciIntegrated,
      ['pass', 'a pipeline', { sources: [sourceFacts()] }, { says: /Trivy/ }],
      ['pass', 'a pipeline and a person', { sources: [byHand, sourceFacts()] }],
      [
        'pass',
        'a tool that was replaced, and the one in its place',
        {
          sources: [sourceFacts({ lastReportAt: daysAgo(80) }), sourceFacts()],
        },
      ],
      [
        'warn',
        'a pipeline, 8 days ago',
        { sources: [sourceFacts({ lastReportAt: daysAgo(8) })] },
      ],
      ['fail', 'a person', { sources: [byHand] }],
      [
        'unknown',
        'a tool in the cluster',
        { sources: [sourceFacts({ stage: 'runtime', fromPipeline: false })] },
      ],
      ['unknown', 'nobody', {}],
    ),
  );
});
