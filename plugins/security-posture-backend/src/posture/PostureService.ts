import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  noSeverityCounts,
  severities,
  type AlertsPage,
  type AlertsQuery,
  type ChecksQuery,
  type DecisionsPage,
  type DecisionsQuery,
  type FindingDetail,
  type FindingsPage,
  type FindingsQuery,
  type ImagesPage,
  type ImagesQuery,
  type JudgedChecks,
  type Posture,
  type Stage,
  type StagePosture,
  type WorkloadsPage,
  type WorkloadsQuery,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { judgeStage, planRemediation } from '../evaluation';
import { resolveOwner } from '../ownership/resolveOwner';
import { findAlerts } from '../store/readModels/findAlerts';
import { findDecisions } from '../store/readModels/findDecisions';
import { findFinding } from '../store/readModels/findFinding';
import { findImages } from '../store/readModels/findImages';
import { findFindings } from '../store/readModels/findFindings';
import { findStageFacts } from '../store/readModels/findStageFacts';
import { countResults, summaryOf } from './assess';
import type { AssessmentService } from './AssessmentService';

export interface PostureServiceOptions {
  knex: Knex;
  catalog: CatalogService;
  assessments: AssessmentService;
  freshForHours: Record<Stage, number>;
  now?: () => Date;
}

const HOUR = 3_600_000;

/** Actions that the first sight of a component shows. */
const TOP_ACTIONS = 3;

/** Answers what is known about one component that the caller was allowed to read. */
export class PostureService {
  readonly #options: PostureServiceOptions;

  static create(options: PostureServiceOptions): PostureService {
    return new PostureService(options);
  }

  private constructor(options: PostureServiceOptions) {
    this.#options = options;
  }

  async getPosture(
    entity: Entity,
    credentials: BackstageCredentials,
  ): Promise<Posture> {
    const { knex, catalog, assessments, freshForHours } = this.#options;
    const now = this.#now();
    const entityRef = stringifyEntityRef(entity);
    const decidedSince = new Date(now.getTime() - freshForHours.deploy * HOUR);
    const [owner, facts, assessment] = await Promise.all([
      resolveOwner(catalog, entity, credentials),
      findStageFacts(knex, entityRef, decidedSince.toISOString()),
      assessments.assessOne(entityRef, now),
    ]);
    const { judged, risk, context } = assessment;
    const checksOf = (stage: Stage) =>
      countResults(judged.filter(check => check.stage === stage));
    const judge = (stage: Stage) =>
      judgeStage(
        facts[stage],
        {
          freshForHours: freshForHours[stage],
          applicable: stage === 'build' || entity.spec?.type !== 'library',
        },
        now,
      );
    const stages = {
      build: judge('build'),
      deploy: judge('deploy'),
      runtime: judge('runtime'),
    };
    return {
      entityRef,
      owner,
      stages,
      openFindings: sumOpen(Object.values(stages)),
      risk,
      checks: {
        build: checksOf('build'),
        deploy: checksOf('deploy'),
        runtime: checksOf('runtime'),
      },
      verdicts: {
        build: summaryOf(assessment, 'build'),
        admission: summaryOf(assessment, 'admission'),
      },
      topActions: planRemediation([assessment], context, {
        limit: TOP_ACTIONS,
      }),
      evaluatedAt: now.toISOString(),
    };
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  listFindings(entity: Entity, query: FindingsQuery): Promise<FindingsPage> {
    return findFindings(
      this.#options.knex,
      stringifyEntityRef(entity),
      query,
      this.#now(),
    );
  }

  getFinding(id: string): Promise<FindingDetail | undefined> {
    return findFinding(this.#options.knex, id, this.#now());
  }

  listChecks(entity: Entity, query: ChecksQuery): Promise<JudgedChecks> {
    return this.#options.assessments.listChecks(
      stringifyEntityRef(entity),
      query,
      this.#now(),
    );
  }

  listWorkloads(entity: Entity, query: WorkloadsQuery): Promise<WorkloadsPage> {
    return this.#options.assessments.listWorkloads(
      stringifyEntityRef(entity),
      query,
      this.#now(),
    );
  }

  listImages(entity: Entity, query: ImagesQuery): Promise<ImagesPage> {
    return findImages(this.#options.knex, stringifyEntityRef(entity), query);
  }

  listDecisions(entity: Entity, query: DecisionsQuery): Promise<DecisionsPage> {
    return findDecisions(this.#options.knex, stringifyEntityRef(entity), query);
  }

  listAlerts(entity: Entity, query: AlertsQuery): Promise<AlertsPage> {
    return findAlerts(this.#options.knex, stringifyEntityRef(entity), query);
  }
}

/** Undefined, not zero, when no stage was ever reported. */
function sumOpen(stages: StagePosture[]): Posture['openFindings'] {
  const known = stages.flatMap(({ findings }) => findings ?? []);
  if (known.length === 0) return undefined;
  const sum = noSeverityCounts();
  for (const { open } of known) {
    for (const severity of severities) sum[severity] += open[severity];
  }
  return sum;
}
