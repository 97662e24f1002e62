/** What tools report of the definitions of pipelines. */
export const pipelineTopics = [
  'pinned-actions',
  'token-permissions',
  'branch-protection',
  'dangerous-workflow',
] as const;

export type PipelineTopic = (typeof pipelineTopics)[number];

/** Tools that read nothing but the definitions of pipelines and the settings of repositories. */
export const pipelineTools: readonly string[] = [
  'scorecard',
  'zizmor',
  'actionlint',
  'poutine',
  'octoscan',
];

interface TopicRules {
  /** Tools that always look for it: their silence tells that it is in order. */
  lookedForBy: readonly string[];
  /** By the beginning of the tool's name, ids of its rules. */
  rules: Readonly<Record<string, readonly string[]>>;
}

/**
 * The rules of the tools by what they judge: OpenSSF Scorecard, zizmor, poutine,
 * octoscan, CodeQL for Actions, Checkov and Semgrep's registry.
 */
export const pipelineRules: Record<PipelineTopic, TopicRules> = {
  'pinned-actions': {
    lookedForBy: ['scorecard', 'zizmor'],
    rules: {
      scorecard: ['PinnedDependenciesID'],
      zizmor: ['unpinned-uses', 'unpinned-images'],
      poutine: ['unpinnable_action'],
      codeql: ['actions/unpinned-tag'],
      semgrep: ['third-party-action-not-pinned-to-commit-sha'],
    },
  },
  'token-permissions': {
    lookedForBy: ['scorecard', 'zizmor'],
    rules: {
      scorecard: ['TokenPermissionsID'],
      zizmor: ['excessive-permissions', 'undocumented-permissions'],
      poutine: ['default_permissions_on_risky_events'],
      codeql: ['actions/missing-workflow-permissions'],
      checkov: ['CKV2_GHA_1'],
    },
  },
  'branch-protection': {
    lookedForBy: ['scorecard'],
    rules: { scorecard: ['BranchProtectionID'] },
  },
  'dangerous-workflow': {
    lookedForBy: ['scorecard', 'zizmor', 'poutine', 'octoscan'],
    rules: {
      scorecard: ['DangerousWorkflowID'],
      zizmor: [
        'bot-conditions',
        'cache-poisoning',
        'dangerous-triggers',
        'github-env',
        'impostor-commit',
        'insecure-commands',
        'template-injection',
        'unsound-contains',
      ],
      poutine: [
        'confused_deputy_auto_merge',
        'injection',
        'pr_runs_on_self_hosted',
        'untrusted_checkout_exec',
        'unverified_script_exec',
      ],
      octoscan: [
        'dangerous-action',
        'dangerous-artefact',
        'dangerous-checkout',
        'dangerous-write',
        'expression-injection',
        'repo-jacking',
        'unsecure-commands',
      ],
      codeql: [
        'actions/artifact-poisoning',
        'actions/cache-poisoning',
        'actions/code-injection',
        'actions/envpath-injection',
        'actions/envvar-injection',
        'actions/untrusted-checkout',
        'actions/untrusted-checkout-toctou',
      ],
      checkov: ['CKV_GHA_1', 'CKV_GHA_2', 'CKV_GHA_3', 'CKV_GHA_4'],
      semgrep: [
        'allowed-unsecure-commands',
        'curl-eval',
        'github-script-injection',
        'pull-request-target-code-checkout',
        'run-shell-injection',
        'workflow-run-target-code-checkout',
      ],
    },
  },
};
