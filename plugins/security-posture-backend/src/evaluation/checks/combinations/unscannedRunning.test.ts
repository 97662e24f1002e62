import type { ArtifactFacts } from '../../../model/facts';
import {
  checkContext,
  componentFacts,
  imageArtifact,
  scan,
} from '../../__testUtils__/facts';
import { unscannedRunning } from './unscannedRunning';

const judge = (changes: Partial<ArtifactFacts>) =>
  unscannedRunning.judge(
    componentFacts({
      artifacts: [imageArtifact({ running: true, ...changes })],
    }),
    checkContext(),
  ).result;

describe('combination.unscanned-running', () => {
  it('fails if nobody ever scanned what runs for vulnerabilities', () => {
    expect(judge({ scans: [] })).toBe('fail');
    expect(judge({ scans: [scan({ kind: 'secret' })] })).toBe('fail');
  });

  it('passes if CI or the cluster did', () => {
    expect(judge({})).toBe('pass');
    expect(judge({ scans: [scan({ ofBuild: false })] })).toBe('pass');
  });

  it('is unknown without a digest, and while nothing runs', () => {
    expect(judge({ digest: undefined, scans: [] })).toBe('unknown');
    expect(judge({ running: false, scans: [] })).toBe('unknown');
  });
});
