import type { SourceWorkload } from 'backstage-plugin-security-posture-node';
import { podContainers, podSettings, type WorkloadFacts } from '../model/facts';
import { storedSubject } from '../model/subject';
import type { ImageLookup } from '../store/readModels/findImageFacts';

/** A workload that asks to be let in, as checks judge it. */
export function askedWorkload(
  { subject, annotations, containers, spec }: SourceWorkload,
  lookups: ImageLookup[],
  now: Date,
): WorkloadFacts {
  const { cluster, namespace, workloadKind, name, labels } = subject;
  return {
    subjectId: storedSubject(subject).id,
    subject: { kind: 'workload', name, cluster, namespace, workloadKind },
    labels: labels ?? {},
    annotations,
    configuration: {
      source: 'admission-webhook',
      at: now.toISOString(),
      containers: podContainers.parse(containers),
      settings: podSettings.parse(spec),
    },
    images: lookups.map(({ artifact }) => ({
      subjectId: artifact.subjectId,
      name: artifact.name,
      digest: artifact.digest,
      tag: artifact.tag,
    })),
  };
}
