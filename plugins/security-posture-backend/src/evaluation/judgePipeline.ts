import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, FindingFacts, SourceFacts } from '../model/facts';
import { ageInDays, ago } from './age';
import type { CheckContext, Judgement } from './Check';
import { count, findingEvidence, judgementOf, namesOf } from './judgements';
import { pipelineRules, type PipelineTopic } from './pipelineRules';
import { unlessTruncated } from './truncation';
import { findingsOfKind } from './findingsOfKind';

/** For the inputs and rules of such checks. */
export const pipelineFreshness =
  'Unknown without a complete report of a tool that looks for it within freshness.buildScanDays.';

/**
 * Judges one topic of the definitions of pipelines. It is in order only if a
 * tool that always looks for it reported lately, and no tool found anything.
 */
export function judgePipeline(
  facts: ComponentFacts,
  context: CheckContext,
  topic: PipelineTopic,
  says: { fail: string; pass: string },
): Judgement {
  const found = [
    ...findingsOfKind(facts, 'code'),
    ...findingsOfKind(facts, 'misconfiguration'),
  ].filter(finding => isAbout(finding, topic));
  const evidence: Evidence[] = found.map(finding =>
    findingEvidence(finding, resultOf(finding)),
  );
  const { lookedForBy } = pipelineRules[topic];
  const reports = reportsOf(facts, lookedForBy);
  if (found.length === 0) {
    evidence.push(
      ...passesOf(facts, topic),
      ...reports.map(report => reportEvidence(report, context)),
    );
  }
  const places = (worst: Evidence[]) =>
    `${says.fail}: ${count(worst.length, 'finding')} (${namesOf(
      worst.map(({ title }) => title),
    )}).`;
  // One tool that looked is enough, whatever another has not.
  const passed = evidence.filter(({ result }) => result === 'pass');
  return unlessTruncated(
    facts,
    judgementOf(passed.length > 0 ? passed : evidence, {
      fail: places,
      warn: places,
      pass: says.pass,
      unknown: worst =>
        worst.length > 0
          ? `${namesOf(worst.map(({ title }) => title))}.`
          : `No report of ${namesOf(lookedForBy)} is known.`,
      'not-applicable': 'Nothing to judge.',
    }),
  );
}

/** The newest report of each of some tools, which are known by the beginning of their name. */
export function reportsOf(
  { sources }: ComponentFacts,
  tools: readonly string[],
): SourceFacts[] {
  const newest = new Map<string, SourceFacts>();
  for (const source of sources) {
    const known = newest.get(source.tool);
    if (isOneOf(source.tool, tools) && !isNewer(known, source)) {
      newest.set(source.tool, source);
    }
  }
  return [...newest.values()];
}

/** Whether a report is recent and complete enough to tell that something is in order. */
export function tellsNow(
  { complete, lastReportAt }: SourceFacts,
  { policy, now }: CheckContext,
): boolean {
  return (
    complete && ageInDays(lastReportAt, now) <= policy.freshness.buildScanDays
  );
}

export function reportEvidence(
  report: SourceFacts,
  context: CheckContext,
): Evidence {
  const { tool, complete, lastReportAt, reportId } = report;
  const when = ago(lastReportAt, context.now);
  return {
    kind: 'report',
    result: tellsNow(report, context) ? 'pass' : 'unknown',
    id: reportId,
    title: `${tool} last looked ${when}${complete ? '' : ', in part'}`,
    at: lastReportAt,
  };
}

function isNewer(known: SourceFacts | undefined, other: SourceFacts): boolean {
  return known !== undefined && known.lastReportAt > other.lastReportAt;
}

function isOneOf(tool: string, prefixes: readonly string[]): boolean {
  const name = tool.toLowerCase();
  return prefixes.some(prefix => name.startsWith(prefix));
}

function resultOf({ isStale, severity }: FindingFacts): 'fail' | 'warn' {
  const isMild = severity === 'low' || severity === 'info';
  return isStale || isMild ? 'warn' : 'fail';
}

function isAbout(finding: FindingFacts, topic: PipelineTopic): boolean {
  const { tools, problem, path } = finding;
  const isOfTopic = Object.entries(pipelineRules[topic].rules).some(
    ([tool, rules]) =>
      tools.some(name => isOneOf(name, [tool])) && isRule(problem, rules),
  );
  // Scorecard looks at Dockerfiles and scripts, too.
  return isOfTopic && (path === undefined || isPipeline(path));
}

/** `zizmor/unpinned-uses`, `actions/code-injection/critical`, `yaml.github-actions.security.curl-eval.curl-eval`. */
function isRule(problem: string, rules: readonly string[]): boolean {
  return rules.some(
    rule =>
      problem === rule ||
      problem.startsWith(`${rule}/`) ||
      problem.endsWith(`/${rule}`) ||
      problem.endsWith(`.${rule}`),
  );
}

const PIPELINE =
  /(^|\/)\.(github|gitlab|gitea|forgejo|circleci)\/|(^|\/)(action|azure-pipelines|\.gitlab-ci)[^/]*\.ya?ml$|(^|\/)jenkinsfile/i;

function isPipeline(path: string): boolean {
  return PIPELINE.test(path);
}

function passesOf(
  { passes }: ComponentFacts,
  topic: PipelineTopic,
): Evidence[] {
  const rules = Object.values(pipelineRules[topic].rules).flat();
  return passes
    .filter(({ control }) => isRule(control, rules))
    .map(({ reportId, title, at }) => ({
      kind: 'report',
      result: 'pass',
      id: reportId,
      title,
      at,
    }));
}
