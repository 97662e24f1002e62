import type { FindingFacts } from '../../../model/facts';
import {
  imageArtifact,
  podConfiguration,
  podContainer,
  secret,
  shopDigest,
  shopImage,
  shopWorkload,
  vulnerability,
  workload,
} from '../../__testUtils__/facts';
import { judgedCheck } from '../../__testUtils__/judgedCheck';
import { plan } from '../__testUtils__/plan';

describe('a roll-out', () => {
  const old = `sha256:${'9'.repeat(64)}`;
  const artifacts = [
    imageArtifact({ builtAt: '2026-11-24T14:02:00.000Z' }),
    imageArtifact({ digest: old, built: false, running: true }),
  ];
  const fixed = vulnerability({ epss: 0.5, built: false, running: true });
  const runs = workload({
    images: [{ subjectId: 'image-shop', name: shopImage.name, digest: old }],
    configuration: podConfiguration([
      podContainer({ image: { name: shopImage.name } }),
    ]),
  });

  it('takes the newest build to what runs an older one', () => {
    const { checkIds, ...action } = plan({
      artifacts,
      workloads: [runs],
      findings: [fixed],
      judged: [
        judgedCheck('combination.old-digest-running', 'fail', {
          stage: 'runtime',
          evidence: [old, shopDigest].map(digest => ({
            kind: 'image',
            result: 'fail',
            title: digest,
            subject: shopImage,
            digest,
          })),
        }),
      ],
    })[0];
    expect(checkIds).toEqual(['combination.old-digest-running']);
    expect(action).toMatchObject({
      kind: 'roll-out',
      title: 'Roll out the build of 24 Nov to prod/shop/checkout',
      detail: '1 finding is fixed in sha256:aaaa…, but sha256:9999… still runs',
      riskAfter: 0,
      snippet: {
        language: 'shell',
        code: `kubectl -n shop set image deployment/checkout app=ghcr.io/acme/shop@${shopDigest}`,
      },
    });
  });

  it('goes without a command where a name could harm a shell', () => {
    const subject = { ...shopWorkload, name: '$(reboot)' };
    const [action] = plan({
      artifacts,
      workloads: [{ ...runs, subject }],
      findings: [fixed],
    });
    expect(action.kind).toBe('roll-out');
    expect(action).not.toHaveProperty('snippet');
  });

  it('leaves what the newest build still has to a new build', () => {
    const kinds = (finding: FindingFacts) =>
      plan({ artifacts, findings: [finding] }).map(({ kind }) => kind);
    expect(kinds(fixed)).toEqual(['roll-out']);
    expect(kinds({ ...fixed, built: true })).toEqual(['rebuild']);
    // A secret that a new build no longer has is known all the same.
    expect(kinds(secret({ built: false, running: true }))).toEqual(['rotate']);
  });
});
