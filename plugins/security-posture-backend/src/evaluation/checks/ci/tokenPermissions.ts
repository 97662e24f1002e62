import type { Check } from '../../Check';
import { judgePipeline, pipelineFreshness } from '../../judgePipeline';

export const tokenPermissions: Check = {
  id: 'ci.token-permissions',
  stage: 'build',
  practices: ['F3a'],
  title: 'Tokens of pipelines may do only what they need',
  rule: `Fails if a tool reports a pipeline whose token has more permissions than it needs, or whose permissions are not set. ${pipelineFreshness}`,
  inputs: [
    'OpenSSF Scorecard: Token-Permissions',
    'zizmor: excessive-permissions',
    'CodeQL, poutine, Checkov (CKV2_GHA_1)',
  ],
  why: 'Every step of a pipeline, and every package that it installs, can use its token. With a token that may write, one of them can change the code or a release.',
  fix: {
    text: 'Give the workflow read access alone and raise it in the one job that needs more.',
    snippet: {
      language: 'yaml',
      code: 'permissions:\n  contents: read\njobs:\n  release:\n    permissions:\n      contents: write',
    },
  },
  passes:
    'Scorecard or zizmor looked lately, and no tool reports permissions that are too wide.',
  weight: 0.03,
  looksAt: 'component',
  judge: (facts, context) =>
    judgePipeline(facts, context, 'token-permissions', {
      fail: 'Tokens of pipelines may do more than they need',
      pass: 'Tokens of pipelines are limited.',
    }),
};
