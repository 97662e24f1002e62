import type { ComponentFacts } from '../../../model/facts';
import {
  checkContext,
  componentFacts,
  imageArtifact,
  vulnerability,
} from '../../__testUtils__/facts';
import { oldDigestRunning } from './oldDigestRunning';

const old = `sha256:${'0'.repeat(64)}`;
const fresh = `sha256:${'1'.repeat(64)}`;

const running = imageArtifact({
  digest: old,
  tag: '1.3',
  built: false,
  running: true,
});
const newest = imageArtifact({ digest: fresh, tag: '1.4' });

const judge = (changes: Partial<ComponentFacts>) =>
  oldDigestRunning.judge(
    componentFacts({ artifacts: [newest, running], ...changes }),
    checkContext(),
  );

const on = (id: string, ...digests: string[]) =>
  vulnerability({ id, severity: 'critical', digests });

describe('combination.old-digest-running', () => {
  it('fails if the newest build has fewer grave vulnerabilities than what runs', () => {
    const judgement = judge({
      findings: [on('a', old), on('b', old, fresh)],
    });
    expect(judgement.result).toBe('fail');
    expect(judgement.evidence.map(({ title }) => title)).toEqual([
      'ghcr.io/acme/shop:1.3 runs, 2 critical and high',
      'ghcr.io/acme/shop:1.4 is the newest build, 1 critical and high',
    ]);
  });

  it.each([
    ['has as many', [on('a', old, fresh)]],
    ['has more', [on('a', old, fresh), on('b', fresh)]],
    [
      'has fewer of medium severity',
      [vulnerability({ severity: 'medium', digests: [old] })],
    ],
    ['cannot be told apart by them', [on('a')]],
  ])('passes if the newest build %s', (_, findings) => {
    expect(judge({ findings }).result).toBe('pass');
  });

  it('passes if the newest build runs, scanned or not', () => {
    const artifacts = [{ ...newest, running: true, scans: [] }];
    expect(judge({ artifacts }).result).toBe('pass');
  });

  it.each([
    ['no build is known', { artifacts: [running] }],
    [
      'what runs was not scanned',
      { artifacts: [newest, { ...running, scans: [] }] },
    ],
    [
      'the build was not scanned',
      { artifacts: [{ ...newest, scans: [] }, running] },
    ],
    [
      'the digest that runs is not known',
      { artifacts: [newest, { ...running, digest: undefined }] },
    ],
    ['nothing is known to run', { artifacts: [newest] }],
  ])('is unknown if %s', (_, changes) => {
    expect(judge({ ...changes, findings: [on('a', old)] }).result).toBe(
      'unknown',
    );
  });
});
