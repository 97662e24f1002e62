import type {
  ComponentFacts,
  FindingFacts,
  WorkloadFacts,
} from '../../../model/facts';
import { attackerTools } from '../../../model/facts';
import { alertKindsOfFinding } from '../../alertKinds';
import type { Check, CheckContext } from '../../Check';
import { subjectNames } from '../../judgeImages';
import { type Half, judgeMeetings, type Meeting } from '../../judgeMeetings';
import {
  findingEvidence,
  workloadEvidence,
  workloadName,
} from '../../judgements';
import { missingPackages, toolsKnownIn } from '../../judgeTools';
import { artifactsOf } from '../../running';
import { isWatching, sensorsOf } from '../../sensors';
import { unlessTruncated } from '../../truncation';

export const shellUsed: Check = {
  id: 'combination.shell-used',
  stage: 'runtime',
  practices: ['B4c', 'R2d'],
  title: 'No shell of an image is used in production',
  rule: 'Fails if an image holds a shell and a runtime alert says that a shell ran in a workload with this image. Warns if that has been quiet.',
  inputs: [
    'Packages of the images that the workload runs',
    'Alerts of runtime sensors, and exec in the audit log of Kubernetes',
  ],
  why: 'The shell in the image was a chance, and somebody took it: by hand with kubectl exec, or through the service.',
  fix: {
    text: 'Find out who it was, then build the last stage of the image on a base without a shell. To debug, attach an ephemeral container.',
    snippet: {
      language: 'dockerfile',
      code: 'FROM gcr.io/distroless/static:nonroot\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]',
    },
  },
  passes:
    'The packages of the images are known, a runtime sensor watches, and no shell was used where there is one.',
  weight: 0.3,
  looksAt: 'component',
  judge: (facts, context) =>
    unlessTruncated(
      facts,
      judgeMeetings(
        facts,
        [
          ...facts.workloads.map(workload =>
            onWorkload(facts, context, workload),
          ),
          ...elsewhere(facts),
        ],
        {
          meets: worst =>
            `A shell of the image was used in ${subjectNames(
              worst.filter(({ kind }) => kind === 'workload'),
            )}.`,
          pass: 'No shell was used in a workload whose image holds one.',
          unknown:
            'Either the packages of an image are not known, or no runtime sensor watches.',
        },
      ),
    ),
};

function onWorkload(
  facts: ComponentFacts,
  context: CheckContext,
  workload: WorkloadFacts,
): Meeting {
  const alerts = shellAlerts(facts).filter(
    ({ subjectId }) => subjectId === workload.subjectId,
  );
  const isWatched = sensorsOf(facts).some(sensor =>
    isWatching(sensor, context),
  );
  return {
    first: shellIn(facts, workload),
    second: alerts.length > 0 || (isWatched ? false : undefined),
    worst: alerts.every(({ isStale }) => isStale) ? 'warn' : 'fail',
    evidenceOf: result => [
      workloadEvidence(workload, result, workloadName(workload)),
      ...alerts.map(alert => findingEvidence(alert, result)),
    ],
  };
}

function shellIn(facts: ComponentFacts, workload: WorkloadFacts): Half {
  const images = artifactsOf(facts, workload);
  if (
    images.some(
      image => image && toolsKnownIn(facts, image, attackerTools.shells)[0],
    )
  ) {
    return true;
  }
  const isListed = images.every(image => image && !missingPackages(image));
  return images.length > 0 && isListed ? false : undefined;
}

/** Alerts in workloads of which nothing but the name is known. */
function elsewhere(facts: ComponentFacts): Meeting[] {
  const known = new Set(facts.workloads.map(({ subjectId }) => subjectId));
  return shellAlerts(facts)
    .filter(({ subjectId }) => !known.has(subjectId))
    .map(alert => ({
      first: undefined,
      second: true,
      evidenceOf: result => [findingEvidence(alert, result)],
    }));
}

function shellAlerts({ findings }: ComponentFacts): FindingFacts[] {
  return findings.filter(finding =>
    alertKindsOfFinding(finding).includes('shell'),
  );
}
