import type {
  Stage,
  StageState,
} from 'backstage-plugin-security-posture-common';
import { openFindings, stagePosture } from '../../dev/data/stagePosture';
import { knowledgeOf } from './knowledge';
import { staleFindings } from './staleFindings';

const know = (
  build: StageState,
  deploy: StageState,
  runtime: StageState,
  only: Stage[] = [],
) =>
  knowledgeOf(
    {
      build: stagePosture('build', { state: build }),
      deploy: stagePosture('deploy', { state: deploy }),
      runtime: stagePosture('runtime', { state: runtime }),
    },
    only,
  );

describe('knowledgeOf', () => {
  it('calls it clean only if every stage that applies is fresh', () => {
    expect(know('clean', 'clean', 'clean').overall).toBe('clean');
    expect(know('clean', 'clean', 'not-applicable').overall).toBe('clean');
    expect(know('clean', 'never-scanned', 'clean').overall).toBe(
      'partly-known',
    );
    expect(know('clean', 'stale', 'clean').overall).toBe('partly-known');
  });

  it('tells never scanned, stale and not applicable apart', () => {
    expect(
      know('never-scanned', 'never-scanned', 'never-scanned').overall,
    ).toBe('never-scanned');
    expect(know('stale', 'stale', 'not-applicable').overall).toBe('stale');
    expect(know('stale', 'never-scanned', 'stale').overall).toBe(
      'partly-known',
    );
    expect(
      know('not-applicable', 'not-applicable', 'not-applicable').overall,
    ).toBe('not-applicable');
  });

  it('lets the worst fresh stage lead, and still names what is unknown', () => {
    expect(know('warning', 'failing', 'never-scanned')).toEqual({
      overall: 'failing',
      quiet: 'partly-known',
      fresh: ['build', 'deploy'],
      unknown: ['runtime'],
    });
  });

  it('can be narrowed to some stages', () => {
    expect(know('clean', 'failing', 'stale', ['build']).overall).toBe('clean');
    expect(know('clean', 'failing', 'stale', ['runtime']).quiet).toBe('stale');
  });

  it('does not take fresh reports for clean while a finding is stale', () => {
    const stale = {
      build: stagePosture('build', {
        state: 'clean',
        findings: openFindings({}, { stale: 1 }),
      }),
      deploy: stagePosture('deploy', { state: 'clean' }),
      runtime: stagePosture('runtime', { state: 'clean' }),
    };
    expect(knowledgeOf(stale)).toMatchObject({
      overall: 'partly-known',
      unknown: ['build'],
    });
    expect(staleFindings(stale)).toBe(1);
  });
});
