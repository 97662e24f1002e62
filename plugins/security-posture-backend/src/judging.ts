import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Stage } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { AdmissionService, AnswerQueue } from './admission';
import { catalogue } from './evaluation';
import { GateService } from './gate';
import type { ReportIngestor } from './ingest';
import type { CatalogIndex } from './mapping';
import type { Policy } from './policy';
import {
  AssessmentService,
  FactsService,
  PostureService,
  SimulationService,
  TeamService,
} from './posture';

export interface JudgingOptions {
  knex: Knex;
  logger: LoggerService;
  scheduler: SchedulerService;
  catalog: CatalogService;
  index: CatalogIndex;
  ingestor: ReportIngestor;
  policy: Policy;
  freshForHours: Record<Stage, number>;
  /** Address of the portal. */
  portal?: string;
}

/**
 * Makes what judges: the Security tab, the gate and the webhook, by one policy.
 * Answers of the webhook that a process left behind become decisions within a
 * minute.
 */
export async function startJudging(options: JudgingOptions) {
  const { knex, logger, scheduler, catalog, index, ingestor, policy } = options;
  const facts = FactsService.create({
    knex,
    catalog: index,
    decisionDays: policy.base.freshness.decisionDays,
  });
  const assessments = AssessmentService.create({ facts, policy });
  const queue = AnswerQueue.create({ knex, ingestor, logger });
  await scheduler.scheduleTask({
    id: 'security-posture-admission',
    scope: 'global',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 30 },
    fn: async () => {
      await queue.drain();
    },
  });
  const items = catalogue();
  return {
    assessments,
    policy,
    catalogue: { items, totalItems: items.length },
    posture: PostureService.create({
      knex,
      catalog,
      assessments,
      freshForHours: options.freshForHours,
    }),
    gate: GateService.create({ knex, facts, policy }),
    admission: AdmissionService.create({
      knex,
      catalog: index,
      facts,
      policy,
      queue,
      logger,
      portal: options.portal,
    }),
    simulation: SimulationService.create({ catalog: index, facts, policy }),
    teams: TeamService.create({ knex, catalog, assessments }),
  };
}
