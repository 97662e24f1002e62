import type { Entity } from '@backstage/catalog-model';
import { scenarios } from './scenarios';

function group(name: string, title: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', title },
    spec: { type: 'team', children: [] },
  };
}

export const exampleEntities: Entity[] = [
  ...scenarios.map(({ name, description }) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', description },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-payments' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team-payments' }],
  })),
  group('team-payments', 'Team Payments'),
  group('commerce', 'Commerce'),
];
