import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  findingsQuerySchema,
  stages,
  type Finding,
  type ReportReceipt,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { defaultDecodeLimits, ReportIngestor } from '../../ingest';
import { CatalogIndex, remapAll } from '../../mapping';
import { defaultDeadlineRules } from '../../model/deadline';
import { defaultPolicyRules } from '../../model/policyRules';
import { FactsService } from '../../posture';
import { defaultLifeCycleRules } from '../../retention/rules';
import { sweep } from '../../retention/sweep';
import { builtInSources } from '../../sources/registry';
import { applyMigrations } from '../../store/migrations';
import { findFindings } from '../../store/readModels/findFindings';
import { findStageFacts } from '../../store/readModels/findStageFacts';
import { entities as usual } from './scenario';

/** The use cases without HTTP, under a clock that the test turns. */
export async function createWorld(knex: Knex, entities: Entity[] = usual) {
  await applyMigrations(knex);
  let now = new Date('2026-11-01T00:00:00.000Z');
  const catalog = CatalogIndex.create({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    maxAge: 60_000,
  });
  const ingestor = ReportIngestor.create({
    knex,
    sources: builtInSources,
    catalog,
    limits: defaultDecodeLimits,
    rules: { deadlines: defaultDeadlineRules },
    logger: mockServices.logger.mock(),
    now: () => now,
  });
  await remapAll(knex, await catalog.get());
  return {
    knex,
    now: () => now,
    /** Sets the clock. */
    at: (time: string) => {
      now = new Date(time);
    },
    /** Takes in a body, by a sender that may send everything. */
    send: async (
      body: object | string,
      query: Parameters<ReportIngestor['ingest']>[0]['query'] = {},
    ): Promise<ReportReceipt[]> => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const { reports } = await ingestor.ingest({
        body: Buffer.from(text),
        query,
        sender: 'test',
        stages: new Set(stages),
      });
      return reports;
    },
    /** The findings of a component, by problem. */
    findings: async (
      name: string,
      query: Record<string, string> = {},
    ): Promise<Finding[]> => {
      const page = await findFindings(
        knex,
        `component:default/${name}`,
        findingsQuerySchema.parse({
          limit: '500',
          state: 'open,fixed,suppressed,stale',
          orderBy: 'title:asc',
          ...query,
        }),
        now,
      );
      return page.items;
    },
    /** What the task of silence does. */
    sweep: () =>
      sweep({
        knex,
        rules: defaultLifeCycleRules,
        deadlines: defaultDeadlineRules,
        now,
      }),
    stages: (name: string) =>
      findStageFacts(knex, `component:default/${name}`, now.toISOString()),
    /** What is known of components, as checks judge it. */
    facts: FactsService.create({
      knex,
      catalog,
      decisionDays: defaultPolicyRules.freshness.decisionDays,
    }),
  };
}
