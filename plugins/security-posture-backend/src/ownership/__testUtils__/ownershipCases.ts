import type { Entity, EntityRelation } from '@backstage/catalog-model';
import type {
  ComponentIdentity,
  ObjectFacts,
  WorkloadFacts,
} from '../../model/facts';
import { OwnerDirectory } from '../OwnerDirectory';

interface OwnerParts {
  kind?: 'Group' | 'User';
  namespace?: string;
  title?: string;
  email?: string;
  chat?: string;
  /** References of users; undefined: the catalog says nothing. */
  members?: string[];
  children?: string[];
}

/** A group of the catalog with one member, or a user. */
export function owner(
  name: string,
  {
    kind = 'Group',
    namespace = 'default',
    title,
    email,
    chat,
    members = kind === 'Group' ? [`user:default/of-${name}`] : [],
    children = [],
  }: OwnerParts = {},
): Entity {
  const relation =
    (type: string) =>
    (targetRef: string): EntityRelation => ({ type, targetRef });
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace,
      title,
      annotations: chat ? { 'slack.com/channel': chat } : {},
    },
    spec: { profile: email ? { email } : {} },
    relations: [
      ...members.map(relation('hasMember')),
      ...children.map(relation('parentOf')),
    ],
  };
}

export const directory = OwnerDirectory.of([
  owner('payments', {
    title: 'Payments',
    email: 'payments@acme.example',
    chat: '#pay',
    members: ['user:default/ann'],
  }),
  owner('checkout', { title: 'Checkout Crew' }),
  owner('ghosts', { members: [] }),
  owner('ann', { kind: 'User', email: 'ann@acme.example' }),
]);

/** What the directory knows under a reference. */
export function known(entityRef: string) {
  const found = directory.get(entityRef);
  if (!found) throw new Error(`${entityRef} is not in the directory`);
  return found;
}

export const shop: ComponentIdentity = {
  entityRef: 'component:default/shop',
  ownerRef: 'group:default/payments',
  tags: [],
};

/** A Deployment whose configuration is known. */
export function workload(parts: Partial<WorkloadFacts> = {}): WorkloadFacts {
  return {
    subjectId: 'checkout',
    subject: {
      kind: 'workload',
      cluster: 'prod',
      namespace: 'shop',
      workloadKind: 'Deployment',
      name: 'checkout',
    },
    labels: {},
    annotations: {},
    configuration: {
      source: 'kubernetes',
      containers: [],
      settings: {
        kind: 'Deployment',
        apiVersion: 'apps/v1',
        podAnnotations: {},
        podLabels: { app: 'checkout' },
      },
    },
    images: [],
    ...parts,
  };
}

/** The Namespace of the workload. */
export function namespaceObject(
  annotations: Record<string, string>,
): ObjectFacts {
  return object('Namespace', 'shop', { annotations, namespace: undefined });
}

/** A Service beside the workload. */
export function service(
  annotations: Record<string, string>,
  selector: Record<string, string> = { app: 'checkout' },
): ObjectFacts {
  return object('Service', 'web', { annotations, spec: { selector } });
}

function object(
  kind: string,
  name: string,
  parts: Partial<ObjectFacts>,
): ObjectFacts {
  return {
    subjectId: `${kind}/${name}`,
    kind,
    name,
    cluster: 'prod',
    namespace: 'shop',
    labels: {},
    annotations: {},
    spec: {},
    ...parts,
  };
}
