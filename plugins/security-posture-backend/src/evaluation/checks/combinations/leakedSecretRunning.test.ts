import type { ComponentFacts } from '../../../model/facts';
import {
  checkContext,
  componentFacts,
  imageArtifact,
  scan,
  secret,
} from '../../__testUtils__/facts';
import { leakedSecretRunning } from './leakedSecretRunning';

const scans = [scan({ kind: 'secret' })];
const running = imageArtifact({ running: true, scans });

const judge = (changes: Partial<ComponentFacts>) =>
  leakedSecretRunning.judge(
    componentFacts({ artifacts: [running], ...changes }),
    checkContext(),
  );

describe('combination.leaked-secret-running', () => {
  it('fails if a running image holds a secret', () => {
    const judgement = judge({ findings: [secret()] });
    expect(judgement.result).toBe('fail');
    expect(judgement.evidence.map(({ kind }) => kind)).toEqual([
      'image',
      'finding',
    ]);
  });

  it('warns if nobody looked for it again', () => {
    expect(judge({ findings: [secret({ isStale: true })] }).result).toBe(
      'warn',
    );
  });

  it.each([
    ['none was found', []],
    ['another image holds it', [secret({ subjectId: 'image-other' })]],
    [
      'another digest holds it',
      [secret({ digests: [`sha256:${'b'.repeat(64)}`] })],
    ],
  ])('passes if %s', (_, findings) => {
    expect(judge({ findings }).result).toBe('pass');
  });

  it.each([
    ['nobody looked for secrets', { artifacts: [{ ...running, scans: [] }] }],
    ['it does not run', { artifacts: [imageArtifact()], findings: [secret()] }],
  ])('is unknown if %s', (_, changes) => {
    expect(judge(changes).result).toBe('unknown');
  });

  it('does not apply to a library', () => {
    const component = { ...componentFacts().component, type: 'library' };
    expect(judge({ component, artifacts: [] }).result).toBe('not-applicable');
  });
});
