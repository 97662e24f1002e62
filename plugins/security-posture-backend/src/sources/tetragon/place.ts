import {
  type ImageSubject,
  plainText,
  readImageReference,
  readWorkload,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import type { Pod, Process } from './schema';

export interface Place {
  cluster?: string;
  node?: string;
}

/** The workload of the process' pod, or the node of a process outside of pods. */
export function subjectOf({ pod }: Process, place: Place): SourceSubject {
  const { cluster, node } = place;
  if (!pod) {
    return {
      kind: 'node',
      name: node ?? 'unknown',
      ...(cluster ? { cluster } : {}),
    };
  }
  const { namespace, workload, workload_kind: workloadKind } = pod;
  return readWorkload({
    // Before 1.1 the name of the pod alone tells the workload.
    ...(workload && workloadKind
      ? { kind: plainText(workloadKind, 100), name: plainText(workload, 300) }
      : { kind: 'Pod', name: plainText(pod.name, 300) }),
    ...(cluster ? { cluster } : {}),
    ...(namespace ? { namespace: plainText(namespace, 300) } : {}),
    labels: pod.pod_labels,
  });
}

/** The image by name and tag, with the digest out of the runtime's id. */
export function imageOf(pod: Pod | undefined): ImageSubject | undefined {
  const image = pod?.container?.image;
  const named = readImageReference(image?.name);
  const pulled = readImageReference(image?.id);
  if (!named || !pulled?.digest) return named ?? digestOnly(pulled);
  return { ...named, digest: pulled.digest };
}

// `sha256:…` alone names no image.
function digestOnly(image: ImageSubject | undefined): ImageSubject | undefined {
  return image?.digest ? image : undefined;
}
