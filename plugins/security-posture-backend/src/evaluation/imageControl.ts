import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, PassFacts } from '../model/facts';
import { findingEvidence } from './judgements';
import { findingsOfKind } from './findingsOfKind';

/** What tools report broken of a control, wherever they saw it. */
export function findingsOfControl(
  facts: ComponentFacts,
  control: string,
): Evidence[] {
  return findingsOfKind(facts, 'misconfiguration')
    .filter(({ problem }) => problem === control)
    .map(finding =>
      findingEvidence(finding, finding.isStale ? 'warn' : 'fail'),
    );
}

/** Where a control was found in order that judges images, as a piece of evidence. */
export function passEvidence({ title, reportId, at }: PassFacts): Evidence {
  return { kind: 'report', result: 'pass', id: reportId, title, at };
}

/**
 * What found a control in order on an image line: on the line itself, or on a
 * workload that runs nothing else, because a policy may judge some images of a
 * workload only.
 */
export function passOnImage(
  { passes, workloads }: ComponentFacts,
  subjectId: string,
  control: string,
): PassFacts | undefined {
  const runners = workloads
    .filter(
      ({ images }) =>
        images.length > 0 &&
        images.every(image => image.subjectId === subjectId),
    )
    .map(workload => workload.subjectId);
  const subjects = new Set([subjectId, ...runners]);
  return passes.find(
    pass => pass.control === control && subjects.has(pass.subjectId),
  );
}
