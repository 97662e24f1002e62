import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { createWorld } from '../../../../tests/__testUtils__/world';
import { saveException } from '../../../operations/saveException';
import { findComponentFacts } from '../../findComponentFacts';

export const shop = 'component:default/shop';
export const cart = 'component:default/cart';
export const quiet = 'component:default/quiet';
export const baseLine = 'ghcr.io/acme/base';

const component = (
  name: string,
  annotations: Record<string, string>,
  parts: Partial<Entity> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations, tags: ['tier-1'] },
  spec: { type: 'service', lifecycle: 'production' },
  ...parts,
});

const entities: Entity[] = [
  component(
    'shop',
    {
      'security-posture.io/images': `ghcr.io/acme/shop, ${baseLine}`,
      'security-posture.io/workloads': 'prod/shop/*/shop',
      'backstage.io/source-location': 'url:https://github.com/acme/shop/',
    },
    {
      relations: [
        { type: 'ownedBy', targetRef: 'group:default/payments' },
        { type: 'partOf', targetRef: 'system:default/market' },
        { type: 'dependencyOf', targetRef: 'component:default/web' },
      ],
    },
  ),
  component('cart', { 'security-posture.io/images': baseLine }),
  component('quiet', {}),
];

/** Two components that share an image line, and one that nothing is known of. */
export async function createFactsWorld(knex: Knex) {
  const world = await createWorld(knex, entities);
  world.at('2026-11-20T12:00:00.000Z');
  return {
    ...world,
    /** Facts of components, by their references. */
    facts: async (
      entityRefs: string[],
      options: Partial<Parameters<typeof findComponentFacts>[2]> = {},
    ) =>
      findComponentFacts(knex, entityRefs, {
        now: world.now(),
        decisionsSince: '2026-11-13T12:00:00.000Z',
        ...options,
      }),
    factsOf: async (
      entityRef: string,
      options: Partial<Parameters<typeof findComponentFacts>[2]> = {},
    ) => {
      const found = await findComponentFacts(knex, [entityRef], {
        now: world.now(),
        decisionsSince: '2026-11-13T12:00:00.000Z',
        ...options,
      });
      const facts = found.get(entityRef);
      if (!facts) throw new Error(`no facts of ${entityRef}`);
      return facts;
    },
    /** An approved exception on a check. */
    except: (
      id: string,
      scope: Parameters<typeof saveException>[1]['scope'],
      parts: Partial<Parameters<typeof saveException>[1]> = {},
    ) =>
      saveException(knex, {
        id,
        kind: 'accepted',
        status: 'approved',
        target: { checkId: 'deploy.privileged' },
        scope,
        reason: 'Until the migration',
        until: { kind: 'date', at: '2026-12-01T00:00:00.000Z' },
        requestedBy: 'user:default/ann',
        requestedAt: '2026-11-01T00:00:00.000Z',
        ...parts,
      }),
  };
}

/** The statements that some work takes. */
export async function statementsOf(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const statements: string[] = [];
  const listen = ({ sql }: { sql: string }) => statements.push(sql);
  knex.on('query', listen);
  try {
    await work();
  } finally {
    knex.removeListener('query', listen);
  }
  return statements;
}
