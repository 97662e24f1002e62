import {
  checkContext,
  componentFacts,
  daysAgo,
  imageArtifact,
  scan,
} from '../../__testUtils__/facts';
import { driftUnscanned } from './driftUnscanned';

const judge = (...artifacts: ReturnType<typeof imageArtifact>[]) =>
  driftUnscanned.judge(componentFacts({ artifacts }), checkContext());

const running = (changes = {}) =>
  imageArtifact({ built: false, running: true, ...changes });

describe('runtime.drift.unscanned', () => {
  it('passes if CI scanned the digest, however long ago', () => {
    expect(judge(running({ scans: [scan({ at: daysAgo(400) })] })).result).toBe(
      'pass',
    );
  });

  it('fails if only the cluster scanned it, or nothing', () => {
    const inCluster = scan({ ofBuild: false });
    expect(judge(running({ scans: [inCluster] })).result).toBe('fail');
    expect(judge(running({ scans: [] })).result).toBe('fail');
  });

  it('fails for one of two digests, and names the image', () => {
    const judgement = judge(
      running(),
      running({ name: 'ghcr.io/acme/other', subjectId: 'b', scans: [] }),
    );
    expect(judgement.result).toBe('fail');
    expect(judgement.summary).toContain('ghcr.io/acme/other');
    expect(judgement.summary).not.toContain('ghcr.io/acme/shop');
  });

  it('is unknown without a digest, and while nothing is known to run', () => {
    expect(judge(running({ digest: undefined, scans: [] })).result).toBe(
      'unknown',
    );
    expect(judge(imageArtifact()).result).toBe('unknown');
  });

  it('does not apply to a library', () => {
    const component = { ...componentFacts().component, type: 'library' };
    expect(
      driftUnscanned.judge(componentFacts({ component }), checkContext())
        .result,
    ).toBe('not-applicable');
  });
});
