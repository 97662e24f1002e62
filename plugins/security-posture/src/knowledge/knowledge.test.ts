import type {
  Stage,
  StageState,
} from 'backstage-plugin-security-posture-common';
import { openFindings, stagePosture } from '../../dev/data/stagePosture';
import { knowledgeOf } from './knowledge';
import { shownState, staleFindings } from './staleFindings';

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
    expect(know('clean', 'clean', 'clean').quiet).toBe('clean');
    expect(know('clean', 'clean', 'not-applicable').quiet).toBe('clean');
    expect(know('clean', 'never-scanned', 'clean').quiet).toBe('partly-known');
    expect(know('clean', 'stale', 'clean').quiet).toBe('partly-known');
  });

  it('tells never scanned, stale and not applicable apart', () => {
    expect(know('never-scanned', 'never-scanned', 'never-scanned').quiet).toBe(
      'never-scanned',
    );
    expect(know('stale', 'stale', 'not-applicable').quiet).toBe('stale');
    expect(know('stale', 'never-scanned', 'stale').quiet).toBe('partly-known');
    expect(
      know('not-applicable', 'not-applicable', 'not-applicable').quiet,
    ).toBe('not-applicable');
  });

  it('names what is unknown', () => {
    expect(know('warning', 'failing', 'never-scanned')).toEqual({
      quiet: 'partly-known',
      unknown: ['runtime'],
    });
  });

  it('can be narrowed to some stages', () => {
    expect(know('clean', 'failing', 'stale', ['build']).quiet).toBe('clean');
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
      quiet: 'partly-known',
      unknown: ['build'],
    });
    expect(staleFindings(stale)).toBe(1);
  });
});

describe('shownState', () => {
  const counts = (fail: number) => ({
    pass: 9,
    warn: 1,
    fail,
    unknown: 0,
    'not-applicable': 0,
  });

  it('does not call a stage clean while one of its practices fails', () => {
    const clean = stagePosture('build', { state: 'clean' });
    expect(shownState(clean, counts(1))).toBe('warning');
    expect(shownState(clean, counts(0))).toBe('clean');
    const stale = stagePosture('build', { state: 'stale' });
    expect(shownState(stale, counts(1))).toBe('stale');
  });
});
