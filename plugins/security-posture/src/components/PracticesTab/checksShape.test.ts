import type { JudgedCheck } from 'backstage-plugin-security-posture-common';
import { check } from '../../../dev/data/checks';
import { groupChecks, type ChecksFilter } from './checksShape';

const about = (checkId: string, more: Partial<JudgedCheck>) =>
  check({ checkId, title: checkId, summary: '', practices: ['B1'], ...more });

const checks = [
  about('deploy.a', { stage: 'deploy', result: 'fail' }),
  about('build.a', { result: 'fail', title: 'Signed images' }),
  about('build.b', { result: 'unknown', practices: ['F2'] }),
  about('deploy.b', { stage: 'deploy', result: 'pass' }),
];

const shown = (chosen: Partial<ChecksFilter['chosen']> = {}, text = '') =>
  groupChecks(checks, {
    chosen: { result: [], stage: [], ...chosen },
    text,
  }).map(group => [group.stage, group.checks.map(({ checkId }) => checkId)]);

describe('groupChecks', () => {
  it('groups by stage in the order of a service, and keeps the order of the backend', () => {
    expect(shown()).toEqual([
      ['build', ['build.a', 'build.b']],
      ['deploy', ['deploy.a', 'deploy.b']],
    ]);
  });

  it('filters by result and stage, and leaves out what is empty', () => {
    expect(shown({ result: ['fail', 'pass'], stage: ['deploy'] })).toEqual([
      ['deploy', ['deploy.a', 'deploy.b']],
    ]);
    expect(shown({ result: ['warn'] })).toEqual([]);
  });

  it('finds all words in title, id and practices, in any case', () => {
    expect(shown({}, 'IMAGES signed')).toEqual([['build', ['build.a']]]);
    expect(shown({}, 'f2 build')).toEqual([['build', ['build.b']]]);
    expect(shown({}, 'signed f2')).toEqual([]);
  });
});
