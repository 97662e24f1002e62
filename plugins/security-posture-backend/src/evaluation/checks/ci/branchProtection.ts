import type { Check } from '../../Check';
import { judgePipeline, pipelineFreshness } from '../../judgePipeline';

export const branchProtection: Check = {
  id: 'ci.branch-protection',
  stage: 'build',
  practices: ['F3a'],
  title: 'Nobody changes what is released without a review',
  rule: `Fails if OpenSSF Scorecard reports that branches are not protected. ${pipelineFreshness}`,
  inputs: ['OpenSSF Scorecard: Branch-Protection'],
  why: 'What is on the branch is built and deployed. Without protection one stolen account is enough to change production.',
  fix: {
    text: 'Protect the default branch and those of releases: reviews by somebody else, required checks, no force pushes, also for administrators.',
    snippet: {
      language: 'shell',
      code: 'gh api -X PUT repos/acme/shop/branches/main/protection --input protection.json',
    },
  },
  passes: 'Scorecard looked lately and has nothing to say of the branches.',
  weight: 0.02,
  looksAt: 'component',
  judge: (facts, context) =>
    judgePipeline(facts, context, 'branch-protection', {
      fail: 'Branches are not protected as they should be',
      pass: 'Branches are protected.',
    }),
};
