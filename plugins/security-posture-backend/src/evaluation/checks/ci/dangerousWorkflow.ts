import type { Check } from '../../Check';
import { judgePipeline, pipelineFreshness } from '../../judgePipeline';

export const dangerousWorkflow: Check = {
  id: 'ci.dangerous-workflow',
  stage: 'build',
  practices: ['F3a'],
  title: 'No pipeline lets strangers run code',
  rule: `Fails if a tool reports that a pipeline runs code of others with its own rights: injected expressions, untrusted checkouts, poisoned caches. ${pipelineFreshness}`,
  inputs: [
    'OpenSSF Scorecard: Dangerous-Workflow',
    'zizmor: template-injection, dangerous-triggers …',
    'poutine, octoscan, CodeQL, Checkov (CKV_GHA_1 to CKV_GHA_4), Semgrep',
  ],
  why: 'The title of a pull request can be a command. Where a pipeline runs it, a stranger gets the secrets and the right to publish.',
  fix: {
    text: 'Hand values of events to scripts in variables of the environment, and do not check out the code of a pull request under pull_request_target or workflow_run.',
    snippet: {
      language: 'yaml',
      code: '- env:\n    TITLE: ${{ github.event.pull_request.title }}\n  run: echo "$TITLE"',
    },
  },
  passes:
    'Scorecard, zizmor, poutine or octoscan looked lately, and no tool reports a dangerous pipeline.',
  weight: 0.05,
  looksAt: 'component',
  judge: (facts, context) =>
    judgePipeline(facts, context, 'dangerous-workflow', {
      fail: 'Strangers may run code in pipelines',
      pass: 'No pipeline lets strangers run code.',
    }),
};
