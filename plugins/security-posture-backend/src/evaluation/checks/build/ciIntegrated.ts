import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { SourceFacts } from '../../../model/facts';
import { ageInDays, ago } from '../../age';
import type { Check } from '../../Check';
import { judgementOf, namesOf } from '../../judgements';

import { uploadSnippet } from '../../uploadSnippet';

export const ciIntegrated: Check = {
  id: 'build.ci.integrated',
  stage: 'build',
  practices: ['B6'],
  title: 'A pipeline scans and sends its reports',
  rule: 'Passes if a report came from a pipeline (with commit, branch or the address of its run) within the days for which a scan of a build stays fresh, 7 by default. Warns if the last is older. Fails if there are reports of builds, but none of them from a pipeline. Unknown without any report of a build.',
  inputs: ['Commit, branch and address of the run that reports are sent with'],
  why: 'What a person has to remember is forgotten. A pipeline scans every change, and tells while the author still has it in mind.',
  fix: {
    text: 'Add a step to the pipeline that scans what it built and sends the report with commit and branch. Run it on a schedule, too.',
    snippet: uploadSnippet,
  },
  passes: 'A pipeline sent a report within the last days.',
  weight: 0.02,
  looksAt: 'component',
  judge: ({ sources }, { policy, now }) => {
    const sent = sources.filter(({ fromPipeline }) => fromPipeline);
    const known =
      sent.length > 0 ? sent : sources.filter(({ stage }) => stage === 'build');
    const isFresh = ({ lastReportAt }: SourceFacts) =>
      ageInDays(lastReportAt, now) <= policy.freshness.buildScanDays;
    // One that still speaks is enough: tools are replaced.
    const fresh = sent.filter(isFresh);
    const counted = fresh.length > 0 ? fresh : known;
    return judgementOf(
      counted.map(source => evidenceOf(source, isFresh(source), now)),
      {
        fail: 'Reports come, but none from a pipeline.',
        warn: 'No pipeline sent a report lately.',
        pass: `A pipeline sends reports: ${namesOf(
          counted.map(({ tool }) => tool),
        )}.`,
        unknown: 'No report of a build was received.',
        'not-applicable': 'Nothing to judge.',
      },
    );
  },
};

function evidenceOf(
  { tool, reportId, lastReportAt, fromPipeline }: SourceFacts,
  isFresh: boolean,
  now: Date,
): Evidence {
  const result = isFresh ? 'pass' : 'warn';
  const way = fromPipeline ? 'from a pipeline' : 'by hand';
  return {
    kind: 'report',
    result: fromPipeline ? result : 'fail',
    id: reportId,
    title: `${tool}, ${way}, ${ago(lastReportAt, now)}`,
    at: lastReportAt,
  };
}
