import type { ComponentFacts, WorkloadFacts } from '../../../model/facts';
import type { Check } from '../../Check';
import { type FoundOn, findingsOn } from '../../findingsOn';
import { type Half, judgeMeetings } from '../../judgeMeetings';
import { subjectNames } from '../../judgeImages';
import {
  findingEvidence,
  workloadEvidence,
  workloadName,
} from '../../judgements';
import { imagesOfContainer } from '../../pods';
import { artifactsOf } from '../../running';

export const privilegedFixableCritical: Check = {
  id: 'combination.privileged-fixable-critical',
  stage: 'deploy',
  practices: ['D1a', 'D1c'],
  title: 'No privileged container holds a critical vulnerability with a fix',
  rule: 'Fails if the image of a privileged container has an open vulnerability of critical severity with a fix, warns if the worst one with a fix is of high severity.',
  inputs: [
    'Configuration of the workload, or what tools report of privileged containers',
    'Vulnerabilities of the images that it runs',
  ],
  why: 'Each of the two may be bearable. Together they let whoever uses the vulnerability take the node at once, and a fix has long been there.',
  fix: {
    text: 'Take away privileged mode first, which needs no new image, then upgrade what has a fix.',
    snippet: {
      language: 'yaml',
      code: 'securityContext:\n  privileged: false',
    },
  },
  passes:
    'No container is privileged, or the images of those that are were scanned and hold no critical or high vulnerability with a fix.',
  weight: 0.4,
  looksAt: 'component',
  judge: facts =>
    judgeMeetings(
      facts,
      facts.workloads.map(workload => {
        const { half, findings, worst, isCritical } = seriousOn(
          facts,
          workload,
        );
        return {
          first: privilegeOf(facts, workload),
          second: half,
          worst: isCritical ? worst : 'warn',
          evidenceOf: result => [
            workloadEvidence(workload, result, workloadName(workload)),
            ...(result === 'fail' || result === 'warn'
              ? findings.map(finding => findingEvidence(finding, result))
              : []),
          ],
        };
      }),
      {
        meets: worst =>
          `${subjectNames(
            worst.filter(({ kind }) => kind === 'workload'),
          )} runs privileged with serious vulnerabilities that have a fix.`,
        pass: 'No privileged container holds a serious vulnerability with a fix.',
        unknown:
          'Either the configuration or a scan of the images is not known.',
      },
    ),
};

function privilegeOf(
  { findings, passes }: ComponentFacts,
  { subjectId, configuration }: WorkloadFacts,
): Half {
  const isReported = findings.some(
    finding =>
      finding.subjectId === subjectId &&
      finding.kind === 'misconfiguration' &&
      finding.problem === 'privileged',
  );
  if (isReported) return true;
  if (configuration) {
    return configuration.containers.some(
      ({ securityContext }) => securityContext?.privileged === true,
    );
  }
  const isInOrder = passes.some(
    pass => pass.subjectId === subjectId && pass.control === 'privileged',
  );
  return isInOrder ? false : undefined;
}

/** What can be fixed in the images of privileged containers, else of all. */
function seriousOn(
  facts: ComponentFacts,
  workload: WorkloadFacts,
): FoundOn & { isCritical: boolean } {
  const privileged = (workload.configuration?.containers ?? []).filter(
    ({ securityContext }) => securityContext?.privileged === true,
  );
  const images = privileged.flatMap(container => {
    const known = imagesOfContainer(facts, workload, container);
    return known.length > 0 ? known : [undefined];
  });
  const found = findingsOn(
    facts,
    images.length > 0 ? images : artifactsOf(facts, workload),
    'vulnerability',
    ({ severity, fixable }) =>
      fixable && (severity === 'critical' || severity === 'high'),
  );
  const critical = found.findings.filter(
    ({ severity, isStale }) => severity === 'critical' && !isStale,
  );
  return {
    ...found,
    findings: critical.length > 0 ? critical : found.findings,
    isCritical: critical.length > 0,
  };
}
