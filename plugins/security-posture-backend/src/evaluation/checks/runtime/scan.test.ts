import type { ScanFacts } from '../../../model/facts';
import {
  checkContext,
  componentFacts,
  daysAgo,
  imageArtifact,
  scan as scanFacts,
} from '../../__testUtils__/facts';
import { scan } from './scan';

const inCluster = (changes: Partial<ScanFacts> = {}) =>
  scanFacts({
    source: 'trivy-operator',
    tool: 'Trivy Operator',
    ofBuild: false,
    ...changes,
  });

const judge = (...scans: ScanFacts[]) =>
  scan.judge(
    componentFacts({ artifacts: [imageArtifact({ running: true, scans })] }),
    checkContext(),
  );

describe('runtime.scan', () => {
  it('passes on a complete scan from the cluster of the last 30 days', () => {
    expect(judge(inCluster({ at: daysAgo(29) })).result).toBe('pass');
  });

  it.each([
    ['only the pipeline scanned the digest since', scanFacts()],
    ['the cluster scanned it in part', inCluster({ complete: false })],
  ])('warns if %s', (_, found) => {
    expect(judge(found).result).toBe('warn');
  });

  it.each([
    ['nothing ever did', []],
    ['that was 31 days ago', [inCluster({ at: daysAgo(31) })]],
    ['it looked for secrets alone', [inCluster({ kind: 'secret' })]],
  ])('fails if %s', (_, scans) => {
    expect(judge(...scans).result).toBe('fail');
  });

  it('prefers a fresh scan to an old one, and a complete one to a newer one in part', () => {
    const judgement = judge(
      inCluster({ at: daysAgo(90) }),
      inCluster({ at: daysAgo(0), complete: false }),
      inCluster({ at: daysAgo(2) }),
    );
    expect(judgement.evidence).toEqual([
      expect.objectContaining({ result: 'pass', at: daysAgo(2) }),
    ]);
  });

  it('judges what runs, not what was built', () => {
    const facts = componentFacts({ artifacts: [imageArtifact()] });
    expect(scan.judge(facts, checkContext()).result).toBe('unknown');
  });

  it('is unknown while nothing is known to run, and does not apply to a library', () => {
    const component = { ...componentFacts().component, type: 'library' };
    expect(scan.judge(componentFacts(), checkContext()).result).toBe('unknown');
    expect(
      scan.judge(componentFacts({ component }), checkContext()).result,
    ).toBe('not-applicable');
  });
});
