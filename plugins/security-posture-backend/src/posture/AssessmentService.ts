import {
  checkResults,
  type ChecksQuery,
  type ComponentWorkload,
  type JudgedChecks,
  type WorkloadsPage,
  type WorkloadsQuery,
} from 'backstage-plugin-security-posture-common';
import { factsForWorkload, secretsOf } from '../evaluation';
import type { WorkloadFacts } from '../model/facts';
import type { Policy } from '../policy';
import { assess, type Assessment } from './assess';
import { FACTS_CHUNK, type FactsService } from './FactsService';

export interface AssessmentServiceOptions {
  facts: Pick<FactsService, 'factsOf'>;
  policy: Policy;
}

/** Failing first. */
const order = ['fail', 'warn', 'unknown', 'pass', 'not-applicable'] as const;

/** Factors of a workload's risk that are listed. */
const MAX_FACTORS = 5;

/** Judges components by the policy that holds for each. */
export class AssessmentService {
  readonly #options: AssessmentServiceOptions;

  static create(options: AssessmentServiceOptions): AssessmentService {
    return new AssessmentService(options);
  }

  private constructor(options: AssessmentServiceOptions) {
    this.#options = options;
  }

  async assessOne(entityRef: string, now: Date): Promise<Assessment> {
    for await (const assessment of this.assessAll([entityRef], now)) {
      return assessment;
    }
    throw new Error(`Nothing was judged for '${entityRef}'`);
  }

  /** One after the other, so that only some of them are in memory. */
  async *assessAll(
    entityRefs: string[],
    now: Date,
  ): AsyncGenerator<Assessment> {
    const { facts: service, policy } = this.#options;
    for (let start = 0; start < entityRefs.length; start += FACTS_CHUNK) {
      const chunk = entityRefs.slice(start, start + FACTS_CHUNK);
      const facts = await service.factsOf(chunk, now);
      for (const own of facts.values()) {
        yield assess(own, { policy: policy.rulesFor(own.component), now });
      }
    }
  }

  /** The checks of a component, those that fail first. */
  async listChecks(
    entityRef: string,
    { stage, result }: ChecksQuery,
    now: Date,
  ): Promise<JudgedChecks> {
    const { judged } = await this.assessOne(entityRef, now);
    const wanted = new Set(result ?? checkResults);
    const items = judged
      .filter(check => !stage || stage.includes(check.stage))
      .filter(check => wanted.has(check.result))
      .sort((a, b) => order.indexOf(a.result) - order.indexOf(b.result));
    return { items, totalItems: items.length, evaluatedAt: now.toISOString() };
  }

  /** The workloads of a component, the riskiest first. */
  async listWorkloads(
    entityRef: string,
    { cursor, limit }: WorkloadsQuery,
    now: Date,
  ): Promise<WorkloadsPage> {
    const { facts, context } = await this.assessOne(entityRef, now);
    const all = facts.workloads
      .map(workload =>
        describe(workload, assess(factsForWorkload(facts, workload), context)),
      )
      .sort(byRisk);
    const start = Math.max(0, Number.parseInt(cursor ?? '0', 10) || 0);
    const end = start + limit;
    return {
      items: all.slice(start, end),
      nextCursor: end < all.length ? String(end) : undefined,
      totalItems: all.length,
    };
  }
}

function describe(
  workload: WorkloadFacts,
  { risk, judged }: Assessment,
): ComponentWorkload {
  return {
    subject: workload.subject,
    exposure: workload.exposure,
    images: workload.images.map(({ name, digest, tag }) => ({
      name,
      digest,
      tag,
    })),
    risk: risk.score,
    grade: risk.grade,
    coverage: risk.coverage,
    factors: risk.factors.slice(0, MAX_FACTORS),
    factorsTotal: risk.factorsTotal,
    failing: judged
      .filter(({ result, stage }) => result === 'fail' && stage !== 'build')
      .map(({ checkId, title }) => ({ checkId, title })),
    secrets: secretsOf(workload),
    configuredAt: workload.configuration?.at,
  };
}

/** What is unknown comes before what is known to be harmless. */
function byRisk(a: ComponentWorkload, b: ComponentWorkload): number {
  return (
    (b.risk ?? 50) - (a.risk ?? 50) ||
    a.subject.name.localeCompare(b.subject.name)
  );
}
