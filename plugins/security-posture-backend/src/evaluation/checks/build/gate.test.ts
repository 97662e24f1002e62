import { defaultPolicyRules } from '../../../model/policyRules';
import type { FindingFacts } from '../../../model/facts';
import {
  checkContext,
  componentFacts,
  imageArtifact,
  repositoryArtifact,
  scan,
  shopWorkload,
  vulnerability,
} from '../../__testUtils__/facts';
import { casesOf, describeCases } from '../../__testUtils__/judged';
import { fixableHigh } from './fixableHigh';

const found = (...changes: Partial<FindingFacts>[]) => ({
  artifacts: [imageArtifact()],
  findings: changes.map((change, index) =>
    vulnerability({ problem: `CVE-2026-100${index}`, ...change }),
  ),
});

const by = (changes: Partial<typeof defaultPolicyRules.thresholds>) => ({
  policy: { thresholds: { ...defaultPolicyRules.thresholds, ...changes } },
});

const minor = { severity: 'medium', cvss: 6.9 } as const;
const unfixed = { fixable: false, fixedVersions: [] };

describe('what breaks builds', () => {
  describeCases(
    casesOf(
      fixableHigh,
      [
        'fail',
        'high and fixable',
        found({}),
        { says: /^1 vulnerability .*CVE-2026-1000 in openssl/ },
      ],
      ['fail', 'critical and fixable', found({ severity: 'critical' })],
      ['fail', 'several', found({}, {}, minor), { says: /^2 vulnerabilities/ }],
      ['pass', 'medium', found(minor)],
      ['pass', 'high without a fix', found(unfixed)],
      [
        'fail',
        'without a fix, where that counts',
        found(unfixed),
        by({ fixableOnly: false }),
      ],
      ['fail', 'the score of the policy', found({ severity: 'low', cvss: 7 })],
      [
        'pass',
        'a score that the policy lets pass',
        found({ severity: 'low', cvss: 7 }),
        by({ cvss: 7.1 }),
      ],
      [
        'pass',
        'a severity that the policy lets pass',
        found({}),
        by({ severity: 'critical', cvss: 10 }),
      ],
      [
        'fail',
        'known to be exploited',
        found({ ...minor, knownExploited: true }),
      ],
      [
        'pass',
        'known to be exploited, where that does not count',
        found({ ...minor, knownExploited: true }),
        by({ knownExploited: false }),
      ],
      [
        'pass',
        'known to be exploited, without a fix',
        found({ ...unfixed, knownExploited: true }),
      ],
      ['warn', 'of unknown severity', found({ severity: 'unknown' })],
      [
        'fail',
        'of unknown severity, with a high score',
        found({ severity: 'unknown', cvss: 9.8 }),
      ],
      [
        'pass',
        'of unknown severity, without a fix',
        found({ ...unfixed, severity: 'unknown' }),
      ],
      [
        'warn',
        'not looked for again',
        found({ isStale: true }),
        { says: /not looked for since/ },
      ],
      [
        'warn',
        'on a workload, in no known image',
        found({
          subjectId: 'workload-checkout',
          subject: shopWorkload,
          digests: [],
        }),
      ],
      [
        'fail',
        'in a repository beside the image',
        found({
          subjectId: 'repository-shop',
          subject: { kind: 'repository', name: 'github.com/acme/shop' },
          digests: [],
        }),
      ],
      ['pass', 'nothing was found', found()],
      [
        'pass',
        'nothing was found in a repository',
        { artifacts: [repositoryArtifact()] },
      ],
      [
        'unknown',
        'more than is judged',
        { ...found(minor), isTruncated: true },
      ],
      [
        'fail',
        'more than is judged, and one of them counts',
        { ...found({}), isTruncated: true },
      ],
      [
        'unknown',
        'never scanned',
        { artifacts: [imageArtifact({ scans: [] })] },
      ],
      [
        'unknown',
        'scanned for secrets only',
        { artifacts: [imageArtifact({ scans: [scan({ kind: 'secret' })] })] },
      ],
      [
        'unknown',
        'scanned in part',
        { artifacts: [imageArtifact({ scans: [scan({ complete: false })] })] },
      ],
      [
        'unknown',
        'what runs was not scanned',
        {
          artifacts: [
            imageArtifact(),
            imageArtifact({
              built: false,
              running: true,
              digest: `sha256:${'b'.repeat(64)}`,
              scans: [],
            }),
          ],
        },
      ],
      ['unknown', 'nothing is known', {}],
    ),
  );

  it('tells one vulnerability of one artifact as one piece of evidence', () => {
    const { evidence } = fixableHigh.judge(
      componentFacts(found({}, minor)),
      checkContext(),
    );
    expect(evidence).toEqual([
      expect.objectContaining({
        kind: 'finding',
        result: 'fail',
        title: 'CVE-2026-1000 in openssl 3.0.13, fixed in 3.0.15',
      }),
    ]);
  });
});
