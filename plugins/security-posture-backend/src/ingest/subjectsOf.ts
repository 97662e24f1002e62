import type {
  ImageSubject,
  SourceReport,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { storedSubject, type StoredSubject } from '../model/subject';

export interface ReportSubjects {
  /** Subjects that the report says something about. */
  spoken: StoredSubject[];
  /** Image lines that workloads of the report run. */
  images: { workload: StoredSubject; image: StoredSubject; digest?: string }[];
}

export function subjectsOf(report: SourceReport): ReportSubjects {
  const spoken = new Map<string, StoredSubject>();
  const images: ReportSubjects['images'] = [];
  const speakOf = (subject: SourceSubject) => {
    const stored = storedSubject(subject);
    const known = spoken.get(stored.id);
    if (!known || (!known.labels && stored.labels))
      spoken.set(stored.id, stored);
    return stored;
  };
  const runs = (subject: SourceSubject, image: ImageSubject | undefined) => {
    if (subject.kind !== 'workload' || !image) return;
    images.push({
      workload: storedSubject(subject),
      image: storedSubject(image),
      digest: image.digest,
    });
  };

  const elements = [
    ...report.findings,
    ...report.decisions,
    ...report.alerts,
    ...report.workloads,
    ...report.passes,
    ...report.attestations,
    ...report.scopes,
  ];
  for (const { subject } of elements) {
    if (subject) speakOf(subject);
  }
  // The cluster of a batch of events only holds them together.
  if (report.subject.kind !== 'cluster' || elements.length === 0) {
    speakOf(report.subject);
  }
  for (const { subject, image } of report.alerts) runs(subject, image);
  for (const { subject, images: used = [] } of report.decisions) {
    for (const image of used) runs(subject, image);
  }
  for (const { subject, containers } of report.workloads) {
    for (const { image } of containers) runs(subject, image);
  }
  return { spoken: [...spoken.values()], images };
}
