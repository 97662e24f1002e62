import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_IMAGES,
  ANNOTATION_REPOSITORIES,
  ANNOTATION_WORKLOADS,
} from 'backstage-plugin-security-posture-common';
import { readRepository } from 'backstage-plugin-security-posture-node';
import type { StoredSubject } from '../model/subject';
import { globPattern, listOf } from './glob';
import { labelSelector } from './labelSelector';

/** One rule of one entity; the first rule that any entity's claim passes wins. */
export interface Claim {
  via: (typeof claimOrder)[number];
  /**
   * A key that every subject has which it can claim, see `keysOf`: an index of
   * thousands of components asks few of them. Absent: it could be any.
   */
  key?: string;
  claims(subject: StoredSubject): boolean;
}

/** In the order of the contract (design, section 4). */
export const claimOrder = [
  ANNOTATION_IMAGES,
  ANNOTATION_REPOSITORIES,
  ANNOTATION_WORKLOADS,
  'backstage.io/kubernetes-id',
  'backstage.io/kubernetes-label-selector',
  'backstage.io/kubernetes-namespace',
  'backstage.io/source-location',
  'github.com/project-slug',
  'gitlab.com/project-slug',
] as const;

const KUBERNETES_ID_LABEL = 'backstage.io/kubernetes-id';

const nameKey = (kind: StoredSubject['kind'], name: string) =>
  `${kind} ${name.toLowerCase()}`;
const namespaceKey = (namespace: string) => `namespace ${namespace}`;
const idKey = (id: string) => `id ${id}`;

/** The keys by which claims on a subject are found. */
export function keysOf(subject: StoredSubject): string[] {
  const { kind, name, namespace = '', labels } = subject;
  if (kind !== 'workload') return [nameKey(kind, name)];
  const id = labels?.[KUBERNETES_ID_LABEL];
  return [
    nameKey(kind, `${namespace}/${name}`),
    namespaceKey(namespace),
    ...(id ? [idKey(id)] : []),
  ];
}

/** What an entity claims by its annotations. */
export function claimsOf(entity: Entity): Claim[] {
  const annotations = entity.metadata.annotations ?? {};
  return [
    ...named(ANNOTATION_IMAGES, 'image', annotations),
    ...named(ANNOTATION_REPOSITORIES, 'repository', annotations),
    ...workloads(annotations),
    ...kubernetes(annotations),
    ...repositories(annotations),
  ];
}

type Annotations = Record<string, string>;

function named(
  via: typeof ANNOTATION_IMAGES | typeof ANNOTATION_REPOSITORIES,
  kind: StoredSubject['kind'],
  annotations: Annotations,
): Claim[] {
  return listOf(annotations[via]).map(text => {
    const name = text.replace(/^docker\.io\/(?!.*\/)/, 'docker.io/library/');
    const pattern = globPattern(name);
    return {
      via,
      key: name.includes('*') ? undefined : nameKey(kind, name),
      claims: subject => subject.kind === kind && pattern.test(subject.name),
    };
  });
}

function workloads(annotations: Annotations): Claim[] {
  return listOf(annotations[ANNOTATION_WORKLOADS]).flatMap(text => {
    const parts = text.split('/').map(part => globPattern(part, '[^/]*'));
    if (parts.length < 2 || parts.length > 4) return [];
    const pieces = text.split('/');
    const place = pieces.at(pieces.length === 2 ? 0 : -3) ?? '';
    const own = `${place}/${pieces[pieces.length - 1]}`;
    return [
      {
        via: ANNOTATION_WORKLOADS,
        key: own.includes('*') ? undefined : nameKey('workload', own),
        claims: (subject: StoredSubject) => {
          if (subject.kind !== 'workload') return false;
          const {
            cluster = '',
            namespace = '',
            workloadKind = '',
            name,
          } = subject;
          const values =
            parts.length === 2
              ? [namespace, name]
              : [cluster, namespace, workloadKind, name].slice(-parts.length);
          return parts.every((part, index) => part.test(values[index]));
        },
      } as const,
    ];
  });
}

function kubernetes(annotations: Annotations): Claim[] {
  const id = annotations['backstage.io/kubernetes-id'];
  const selectorText = annotations['backstage.io/kubernetes-label-selector'];
  const selector = selectorText ? labelSelector(selectorText) : undefined;
  const namespace = annotations['backstage.io/kubernetes-namespace'];
  const inNamespace = (subject: StoredSubject) =>
    subject.kind === 'workload' &&
    (!namespace || subject.namespace === namespace);
  const hasId = ({ labels }: StoredSubject) =>
    labels?.[KUBERNETES_ID_LABEL] === id;
  const isSelected = ({ labels }: StoredSubject) =>
    labels !== undefined && selector !== undefined && selector(labels);
  const claims: Claim[] = [];
  if (id) {
    claims.push({
      via: 'backstage.io/kubernetes-id',
      key: idKey(id),
      claims: subject => inNamespace(subject) && hasId(subject),
    });
  }
  if (selector) {
    claims.push({
      via: 'backstage.io/kubernetes-label-selector',
      key: namespace ? namespaceKey(namespace) : undefined,
      claims: subject => inNamespace(subject) && isSelected(subject),
    });
  }
  if (namespace) {
    claims.push({
      via: 'backstage.io/kubernetes-namespace',
      key: namespaceKey(namespace),
      // A namespace alone decides only where labels do not contradict it.
      claims: subject =>
        inNamespace(subject) &&
        (subject.labels === undefined || (!id && !selector)),
    });
  }
  return claims;
}

function repositories(annotations: Annotations): Claim[] {
  const claims: Claim[] = [];
  const location = readRepository(annotations['backstage.io/source-location']);
  if (location) {
    claims.push({
      via: 'backstage.io/source-location',
      key: nameKey('repository', location),
      claims: ({ kind, name }) => kind === 'repository' && name === location,
    });
  }
  for (const via of [
    'github.com/project-slug',
    'gitlab.com/project-slug',
  ] as const) {
    const slug = annotations[via]?.toLowerCase();
    if (slug) {
      claims.push({
        via,
        claims: ({ kind, name }) =>
          kind === 'repository' && name.slice(name.indexOf('/') + 1) === slug,
      });
    }
  }
  return claims;
}
