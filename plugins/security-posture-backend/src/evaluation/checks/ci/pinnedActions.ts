import type { Check } from '../../Check';
import { judgePipeline, pipelineFreshness } from '../../judgePipeline';

export const pinnedActions: Check = {
  id: 'ci.pinned-actions',
  stage: 'build',
  practices: ['F3a'],
  title: 'Pipelines use actions pinned by commit',
  rule: `Fails if a tool reports an action, image or download of a pipeline that is not pinned. ${pipelineFreshness}`,
  inputs: [
    'OpenSSF Scorecard: Pinned-Dependencies, in files of pipelines',
    'zizmor: unpinned-uses, unpinned-images',
    'CodeQL, poutine, Semgrep',
  ],
  why: 'A tag can be moved. Whoever takes over an action runs code in every pipeline that names it by tag, with the secrets of that pipeline.',
  fix: {
    text: 'Name actions by the full hash of a commit, with the version in a comment, and let a bot update both.',
    snippet: {
      language: 'yaml',
      code: 'steps:\n  - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2',
    },
  },
  passes:
    'Scorecard or zizmor looked lately, and no tool reports anything that is not pinned.',
  weight: 0.02,
  looksAt: 'component',
  judge: (facts, context) =>
    judgePipeline(facts, context, 'pinned-actions', {
      fail: 'Pipelines use what is not pinned',
      pass: 'Everything that pipelines use is pinned.',
    }),
};
