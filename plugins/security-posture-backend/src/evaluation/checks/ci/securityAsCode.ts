import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts } from '../../../model/facts';
import type { Check, CheckContext } from '../../Check';
import { judgementOf, namesOf } from '../../judgements';
import { reportEvidence, reportsOf, tellsNow } from '../../judgePipeline';
import { pipelineTools } from '../../pipelineRules';

const CHECKOV_OF_PIPELINES =
  /^CKV2?_(GHA|GITLABCI|AZUREPIPELINES|BITBUCKETPIPELINES|CIRCLECIPIPELINES)_\d/;

export const securityAsCode: Check = {
  id: 'ci.securityAsCode',
  stage: 'build',
  practices: ['F3a'],
  title: 'Pipelines are checked like production',
  rule: 'Passes if a tool that reads the definitions of pipelines reported completely within freshness.buildScanDays. Warns if that was earlier, or if pipelines only run scanners and nothing checks the pipelines. Fails if no report of the build comes from a pipeline.',
  inputs: [
    'Reports of OpenSSF Scorecard, zizmor, actionlint, poutine and octoscan',
    'Controls of Checkov for workflows',
    'Commit, branch and run that come with reports from CI',
  ],
  why: 'A pipeline can read every secret and publish every release. What is not written down as code and checked at each change is done by hand, differently each time, or not at all.',
  fix: {
    text: 'Run a tool that checks workflows in the pipeline itself and send its report.',
    snippet: {
      language: 'yaml',
      code: '- run: uvx zizmor --format sarif . > zizmor.sarif\n- run: >\n    curl --fail-with-body -H "Authorization: Bearer ${{ secrets.POSTURE_TOKEN }}"\n    -H "Content-Type: application/json" --data-binary @zizmor.sarif\n    "${{ vars.BACKSTAGE }}/api/security-posture/v1/reports?entityRef=component:default/shop&branch=main&commit=${{ github.sha }}"',
    },
  },
  passes: 'A tool that checks pipelines reported lately.',
  weight: 0,
  looksAt: 'component',
  judge(facts, context) {
    const evidence = evidenceOf(facts, context);
    return judgementOf(evidence, {
      fail: 'Reports of the build arrive, but none from a pipeline.',
      warn: worst => `${namesOf(worst.map(({ title }) => title))}.`,
      pass: all => `${namesOf(all.map(({ title }) => title))}.`,
      unknown: 'No report of a build is known.',
      'not-applicable': 'Nothing to judge.',
    });
  },
};

function evidenceOf(facts: ComponentFacts, context: CheckContext): Evidence[] {
  const reports = reportsOf(facts, pipelineTools);
  const telling = reports.filter(report => tellsNow(report, context));
  if (telling.length > 0) {
    return telling.map(report => reportEvidence(report, context));
  }
  const byCheckov = controlsOfCheckov(facts);
  if (byCheckov.length > 0) return byCheckov;
  if (reports.length > 0) {
    return reports.map(report => ({
      ...reportEvidence(report, context),
      result: 'warn',
    }));
  }
  const ofBuild = facts.sources.filter(({ stage }) => stage === 'build');
  if (ofBuild.length === 0) return [];
  const fromPipeline = ofBuild.filter(source => source.fromPipeline);
  if (fromPipeline.length === 0) {
    return ofBuild.map(({ tool, reportId, lastReportAt }) => ({
      kind: 'report',
      result: 'fail',
      id: reportId,
      title: `${tool} reported without a commit, a branch or a run`,
      at: lastReportAt,
    }));
  }
  return fromPipeline.map(({ tool, reportId, lastReportAt }) => ({
    kind: 'report',
    result: 'warn',
    id: reportId,
    title: `Pipelines run ${tool}, and nothing checks the pipelines`,
    at: lastReportAt,
  }));
}

/** Checkov reads workflows beside much else: only its controls for them tell that it did. */
function controlsOfCheckov({ passes, findings }: ComponentFacts): Evidence[] {
  const passed = passes.find(({ control }) =>
    CHECKOV_OF_PIPELINES.test(control),
  );
  const failed = findings.find(
    ({ problem, isStale }) => !isStale && CHECKOV_OF_PIPELINES.test(problem),
  );
  if (!passed && !failed) return [];
  return [
    {
      kind: 'report',
      result: 'pass',
      ...(passed ? { id: passed.reportId, at: passed.at } : {}),
      title: 'Checkov checks the pipelines',
    },
  ];
}
