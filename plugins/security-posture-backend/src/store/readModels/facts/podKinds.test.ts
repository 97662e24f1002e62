import { podTemplatePaths } from '../../../sources/kubernetes/kinds';
import { podKinds } from './podKinds';

describe('podKinds', () => {
  it('are the kinds of which the inventory reads pods', () => {
    expect([...podKinds].sort()).toEqual([...podTemplatePaths.keys()].sort());
  });
});
