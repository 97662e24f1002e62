import type { Entity } from '@backstage/catalog-model';
import type { ReportChanges } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import {
  trivyScan,
  type ExampleResult,
  type ExampleVulnerability,
} from './reports';
import { useCasesOf } from './useCases';
import { createWorld } from './world';

export const none: ReportChanges = {
  new: 0,
  reopened: 0,
  unchanged: 0,
  fixed: 0,
  suppressed: 0,
};

export const prod = { cluster: 'prod' };

/** A time of a day of November 2026. */
export const at = (day: number, time = '10:00') =>
  `2026-11-${String(day).padStart(2, '0')}T${time}:00.000Z`;

export const imageOf = (name: string) => `ghcr.io/acme/${name}`;

/**
 * A world with one component for each complaint, so that one database serves all:
 * the image and the workload of its name are its own.
 */
export async function start(knex: Knex, names: string[]) {
  const entities = names.map(
    (name): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        namespace: 'default',
        annotations: {
          'security-posture.io/images': imageOf(name),
          'security-posture.io/workloads': `prod/${name}/*/${name}`,
        },
      },
      spec: { type: 'service', owner: 'group:default/payments' },
    }),
  );
  const world = await createWorld(knex, entities);

  /** Sends a body, and tells what each report in it changed. */
  const send = async (
    time: string,
    body: object | string,
    query: Parameters<typeof world.send>[1] = {},
  ) => {
    world.at(time);
    const receipts = await world.send(body, query);
    return receipts.map(({ changes }) => changes);
  };

  return {
    world,
    people: useCasesOf(world, entities),
    send,
    /** A scan of an image by Trivy, sent when it was made. */
    scan: (
      name: string,
      day: number,
      letter: string,
      found: ExampleVulnerability[],
      more: { tag?: string; results?: ExampleResult[] } = {},
    ) =>
      send(
        at(day),
        trivyScan(found, {
          image: imageOf(name),
          letter,
          at: at(day),
          ...more,
        }),
      ),
    /** State by problem. */
    states: async (name: string) =>
      Object.fromEntries(
        (await world.findings(name)).map(each => [each.problem, each.state]),
      ),
    only: async (name: string) => {
      const found = await world.findings(name);
      expect(found).toHaveLength(1);
      return found[0];
    },
  };
}
