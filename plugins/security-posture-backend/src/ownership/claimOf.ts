import {
  ANNOTATION_IMAGES,
  ANNOTATION_REPOSITORIES,
  ANNOTATION_WORKLOADS,
  type Subject,
  type UnmappedSubject,
} from 'backstage-plugin-security-posture-common';
import { stringify } from 'yaml';

/**
 * The annotation by which a component claims a subject; undefined where none
 * can: of nodes, and of names that the lists in annotations cannot hold.
 */
export function claimOf(subject: Subject): UnmappedSubject['claim'] {
  const claim = annotationOf(subject);
  if (!claim || /[*,\n]|^\s|\s$/.test(claim.value)) return undefined;
  const { key, value } = claim;
  return {
    key,
    value,
    text: stringify(
      { metadata: { annotations: { [key]: value } } },
      { lineWidth: 0 },
    ),
  };
}

function annotationOf({
  kind,
  name,
  cluster,
  namespace = '',
  workloadKind = '',
}: Subject): { key: string; value: string } | undefined {
  switch (kind) {
    case 'image':
      return { key: ANNOTATION_IMAGES, value: name };
    case 'repository':
      return { key: ANNOTATION_REPOSITORIES, value: name };
    case 'workload':
      // A part of its own that holds a slash cannot be told from two parts.
      return [cluster ?? '', namespace, workloadKind, name].some(part =>
        part.includes('/'),
      )
        ? undefined
        : {
            key: ANNOTATION_WORKLOADS,
            value: [
              ...(cluster === undefined ? [] : [cluster]),
              namespace,
              workloadKind,
              name,
            ].join('/'),
          };
    default:
      return undefined;
  }
}
