import type {
  ComponentFacts,
  FindingFacts,
  SourceFacts,
} from '../../../model/facts';
import {
  checkContext,
  componentFacts,
  daysAgo,
  misconfiguration,
  passed,
  sourceFacts,
} from '../../__testUtils__/facts';
import { branchProtection } from './branchProtection';
import { dangerousWorkflow } from './dangerousWorkflow';
import { pinnedActions } from './pinnedActions';
import { tokenPermissions } from './tokenPermissions';

const repository = {
  kind: 'repository',
  name: 'github.com/acme/shop',
} as const;

const finding = (
  tool: string,
  problem: string,
  changes: Partial<FindingFacts> = {},
) =>
  misconfiguration(problem, {
    kind: 'code',
    stage: 'build',
    subjectId: 'repository-shop',
    subject: repository,
    tools: [tool],
    path: '.github/workflows/release.yml',
    ...changes,
  });

const report = (tool: string, changes: Partial<SourceFacts> = {}) =>
  sourceFacts({
    source: 'sarif',
    tool,
    subjectId: 'repository-shop',
    reportId: `report-of-${tool}`,
    ...changes,
  });

describe.each([
  [pinnedActions, 'PinnedDependenciesID'],
  [tokenPermissions, 'TokenPermissionsID'],
  [branchProtection, 'BranchProtectionID'],
  [dangerousWorkflow, 'DangerousWorkflowID'],
])('$id', (check, rule) => {
  const judge = (changes: Partial<ComponentFacts> = {}) =>
    check.judge(
      componentFacts({ sources: [report('Scorecard')], ...changes }),
      checkContext(),
    );
  const judgeFinding = (changes: Partial<FindingFacts> = {}) =>
    judge({ findings: [finding('Scorecard', rule, changes)] });

  it('fails on what Scorecard reports', () => {
    const judgement = judgeFinding();
    expect(judgement).toMatchObject({
      result: 'fail',
      evidence: [{ kind: 'finding', title: rule, subject: repository }],
    });
    expect(judgement.summary).toContain('1 finding');
  });

  it('warns of what is mild, or nobody looked for again', () => {
    expect(judgeFinding({ severity: 'low' }).result).toBe('warn');
    expect(judgeFinding({ isStale: true }).result).toBe('warn');
  });

  it('passes if Scorecard looked and reports other things', () => {
    const findings = [finding('Scorecard', 'FuzzingID')];
    expect(judge({ findings })).toMatchObject({
      result: 'pass',
      evidence: [{ kind: 'report', id: 'report-of-Scorecard' }],
    });
  });

  it.each([
    ['too long ago', { lastReportAt: daysAgo(8) }],
    ['in part', { complete: false }],
  ])('is unknown if it looked %s', (_, changes) => {
    const sources = [report('Scorecard', changes)];
    expect(judge({ sources }).result).toBe('unknown');
  });

  it('is unknown if only tools reported that do not look for it', () => {
    expect(judge({ sources: [report('gitleaks')] }).result).toBe('unknown');
    expect(judge({ sources: [report('actionlint')] }).result).toBe('unknown');
    expect(judge({ sources: [] }).result).toBe('unknown');
  });

  it('is unknown when there are more findings than it can see', () => {
    expect(judge({ isTruncated: true }).result).toBe('unknown');
  });
});

describe('rules of other tools', () => {
  it.each([
    [pinnedActions, 'zizmor', 'zizmor/unpinned-uses'],
    [pinnedActions, 'CodeQL', 'actions/unpinned-tag'],
    [
      pinnedActions,
      'Semgrep OSS',
      'yaml.github-actions.security.third-party-action-not-pinned-to-commit-sha.third-party-action-not-pinned-to-commit-sha',
    ],
    [tokenPermissions, 'zizmor', 'excessive-permissions'],
    [tokenPermissions, 'Checkov', 'CKV2_GHA_1'],
    [tokenPermissions, 'poutine', 'default_permissions_on_risky_events'],
    [dangerousWorkflow, 'zizmor', 'zizmor/template-injection'],
    [dangerousWorkflow, 'CodeQL', 'actions/code-injection/critical'],
    [dangerousWorkflow, 'poutine', 'injection'],
    [dangerousWorkflow, 'octoscan', 'dangerous-checkout'],
  ])('$id fails on %2$s of %1$s', (check, tool, rule) => {
    const findings = [finding(tool, rule)];
    expect(
      check.judge(componentFacts({ findings }), checkContext()).result,
    ).toBe('fail');
  });

  it('are rules of their tool alone', () => {
    const findings = [finding('gosec', 'injection')];
    const sources = [report('zizmor')];
    expect(
      dangerousWorkflow.judge(
        componentFacts({ findings, sources }),
        checkContext(),
      ).result,
    ).toBe('pass');
  });

  it('count by what they found in a pipeline, not in a Dockerfile', () => {
    const judge = (path?: string) =>
      pinnedActions.judge(
        componentFacts({
          sources: [report('Scorecard')],
          findings: [finding('Scorecard', 'PinnedDependenciesID', { path })],
        }),
        checkContext(),
      ).result;
    expect(judge('Dockerfile')).toBe('pass');
    expect(judge('scripts/setup.sh')).toBe('pass');
    expect(judge('deploy/action.yml')).toBe('fail');
    expect(judge(undefined)).toBe('fail');
  });

  it('pass where a tool says that they do', () => {
    const passes = [passed('CKV2_GHA_1', { subjectId: 'repository-shop' })];
    expect(
      tokenPermissions.judge(componentFacts({ passes }), checkContext()).result,
    ).toBe('pass');
    expect(
      pinnedActions.judge(componentFacts({ passes }), checkContext()).result,
    ).toBe('unknown');
  });

  it('pass if one of two tools looked lately', () => {
    const sources = [
      report('Scorecard', { lastReportAt: daysAgo(60) }),
      report('zizmor'),
    ];
    expect(
      pinnedActions.judge(componentFacts({ sources }), checkContext()).result,
    ).toBe('pass');
    expect(
      branchProtection.judge(componentFacts({ sources }), checkContext())
        .result,
    ).toBe('unknown');
  });
});
