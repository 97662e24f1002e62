import type {
  ImageSubject,
  SourceReport,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { storedSubject, type StoredSubject } from '../model/subject';

/** That a workload runs an image. */
export interface RunningImage {
  workload: StoredSubject;
  image: StoredSubject;
  digest: string;
  tag?: string;
  at: string;
}

export interface ReportSubjects {
  /** Subjects that the report says something about. */
  spoken: StoredSubject[];
  /** Images that workloads of the report run. */
  images: RunningImage[];
  /** Workloads whose images are all listed. */
  wholeWorkloads: StoredSubject[];
}

export function subjectsOf(report: SourceReport, at: string): ReportSubjects {
  const spoken = new Map<string, StoredSubject>();
  const images: RunningImage[] = [];
  const speakOf = (subject: SourceSubject) => {
    const stored = storedSubject(subject);
    const known = spoken.get(stored.id);
    if (!known || (!known.labels && stored.labels))
      spoken.set(stored.id, stored);
  };
  const runs = (
    subject: SourceSubject,
    image: ImageSubject | undefined,
    when: string | undefined,
  ) => {
    if (subject.kind !== 'workload' || !image) return;
    images.push({
      workload: storedSubject(subject),
      image: storedSubject(image),
      digest: image.digest ?? '',
      tag: image.tag,
      at: when && when < at ? when : at,
    });
  };

  const elements = [
    ...report.findings,
    ...report.decisions,
    ...report.alerts,
    ...report.workloads,
    ...report.packages,
    ...report.passes,
    ...report.attestations,
    ...(report.images ?? []),
    ...report.scopes,
  ];
  let last: SourceSubject | undefined;
  for (const { subject } of elements) {
    // Neighbours mostly share their subject.
    if (subject && subject !== last) speakOf(subject);
    last = subject;
  }
  // The cluster of a batch of events only holds them together.
  if (report.subject.kind !== 'cluster' || elements.length === 0) {
    speakOf(report.subject);
  }
  for (const alert of report.alerts) runs(alert.subject, alert.image, alert.at);
  for (const decision of report.decisions) {
    // What was refused does not run.
    if (decision.action === 'deny' && decision.eventId) continue;
    for (const image of decision.images ?? []) {
      runs(decision.subject, image, decision.at);
    }
  }
  for (const workload of report.workloads) {
    for (const { image } of workload.containers) {
      runs(workload.subject, image, workload.at);
    }
  }
  return {
    spoken: [...spoken.values()],
    images,
    wholeWorkloads: report.workloads
      .filter(({ spec }) => Object.keys(spec).length > 0)
      .map(({ subject }) => storedSubject(subject)),
  };
}
