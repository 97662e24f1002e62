import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { defaultAdmissionRules, type Policy } from '../../policy';
import { defaultPolicyRules } from '../../model/policyRules';
import { MappingIndex } from '../../mapping';
import { createWorld } from '../../tests/__testUtils__/world';
import { OwnerDirectory } from '../OwnerDirectory';
import type { OwnershipReader } from '../OwnershipReaders';
import { OwnershipService } from '../OwnershipService';
import { UnmappedService } from '../UnmappedService';
import { owner } from './ownershipCases';

const component = (
  name: string,
  annotations: Record<string, string>,
  ownerRef?: string,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
  relations: [
    ...(ownerRef ? [{ type: 'ownedBy', targetRef: ownerRef }] : []),
    { type: 'partOf', targetRef: 'system:default/market' },
  ],
});

const components: Entity[] = [
  component(
    'shop',
    { 'security-posture.io/workloads': 'prod/shop/*/shop-*' },
    'group:default/payments',
  ),
  component(
    'cart',
    {
      'security-posture.io/workloads': 'shop/cart',
      'security-posture.io/images': 'ghcr.io/acme/cart',
    },
    'group:default/checkout',
  ),
  component('orphan', { 'security-posture.io/workloads': 'shop/orphan' }),
  component(
    'lost',
    { 'security-posture.io/workloads': 'shop/lost' },
    'group:default/nobody',
  ),
];

export const entities: Entity[] = [
  ...components,
  owner('payments', {
    title: 'Payments',
    children: ['group:default/checkout'],
  }),
  owner('checkout'),
  owner('ghosts', { members: [] }),
];

export const policy: Policy = {
  base: defaultPolicyRules,
  rulesFor: () => defaultPolicyRules,
  admission: defaultAdmissionRules,
  ruleCount: 0,
};

/** A caller who sees everything. */
export const everything: OwnershipReader = {
  components: undefined,
  directory: OwnerDirectory.of(entities),
  seesUnmapped: true,
};

/** The use cases of ownership over a database. */
export async function createOwnershipWorld(knex: Knex) {
  const world = await createWorld(knex, entities);
  world.at('2026-11-20T12:00:00.000Z');
  const catalog = { get: async () => MappingIndex.of(components) };
  return {
    ...world,
    catalog,
    ownership: OwnershipService.create({
      knex,
      catalog,
      policy,
      now: world.now,
    }),
    unmapped: UnmappedService.create({ knex, catalog }),
  };
}

/** The manifest of a Deployment, as `kubectl get -o json` writes it. */
export function manifest(
  name: string,
  {
    namespace = 'shop',
    annotations = {},
    labels = {},
    image = `ghcr.io/acme/${name}`,
    kind = 'Deployment',
  }: {
    namespace?: string;
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
    image?: string;
    kind?: string;
  } = {},
) {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace, annotations, labels },
    spec: {
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name: 'app', image: `${image}:1` }] },
      },
    },
  };
}

/** A List of manifests. */
export function listOf(...items: object[]) {
  return { apiVersion: 'v1', kind: 'List', items };
}
