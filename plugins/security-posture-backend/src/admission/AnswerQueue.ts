import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SourceReport } from 'backstage-plugin-security-posture-node';
import type { Knex } from 'knex';
import { setTimeout as pause } from 'node:timers/promises';
import type { ReportIngestor } from '../ingest';
import { keepAnswer } from '../store/operations/keepAnswer';
import { takeAnswers, type TakenAnswer } from '../store/operations/takeAnswers';
import { mergeAnswers } from './mergeAnswers';
import { webhookSource } from './webhookSource';

export interface AnswerQueueOptions {
  knex: Knex;
  ingestor: Pick<ReportIngestor, 'take'>;
  logger: LoggerService;
  /** How long answers are collected before they are stored, in milliseconds. */
  delay?: number;
}

/** Answers that are stored at once; more would keep others waiting. */
const BATCH = 50;

/** Between two batches, in milliseconds. */
const MAX_PAUSE = 2_000;

/**
 * Makes decisions out of the webhook's answers. An answer is in the database
 * before it is given, and what is kept becomes a decision exactly once, though
 * the process ends in between or several of them share the work. A request that
 * is asked again while its answer waits is one answer.
 */
export class AnswerQueue {
  readonly #options: AnswerQueueOptions;
  #timer: NodeJS.Timeout | undefined;
  #storing: Promise<number> | undefined;

  static create(options: AnswerQueueOptions): AnswerQueue {
    return new AnswerQueue(options);
  }

  private constructor(options: AnswerQueueOptions) {
    this.#options = options;
  }

  async keep(
    uid: string,
    sender: string,
    report: SourceReport,
    at: string,
  ): Promise<void> {
    await keepAnswer(this.#options.knex, {
      uid,
      sender,
      report: JSON.stringify(report),
      answeredAt: at,
    });
    this.#wake();
  }

  /** Stores all answers that wait, and tells how many they were. */
  async drain(): Promise<number> {
    while (this.#storing) await this.#storing;
    this.#storing = this.#drain();
    try {
      return await this.#storing;
    } finally {
      this.#storing = undefined;
    }
  }

  async #drain(): Promise<number> {
    const { ingestor } = this.#options;
    let total = 0;
    for (;;) {
      const start = Date.now();
      const stored = await ingestor.take(async tx => {
        const answers = await takeAnswers(tx, BATCH);
        return { taken: answers.length, deliveries: deliveriesOf(answers) };
      });
      total += stored;
      if (stored < BATCH) return total;
      // Who asks now goes first: at most half of the time is spent on this.
      await pause(Math.min(Date.now() - start, MAX_PAUSE));
    }
  }

  #wake(): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.drain().catch(error =>
        this.#options.logger.warn(
          `Answers of the admission webhook wait to be stored: ${error}`,
        ),
      );
    }, this.#options.delay ?? 1_000);
    this.#timer.unref();
  }
}

/** One delivery for each sender and cluster. */
function deliveriesOf(answers: TakenAnswer[]) {
  const groups = new Map<string, { sender: string; reports: SourceReport[] }>();
  for (const { sender, report } of answers) {
    const { subject } = report;
    const cluster = subject.kind === 'image' ? '' : subject.cluster ?? '';
    const key = `${cluster} ${sender}`;
    const group = groups.get(key) ?? { sender, reports: [] };
    group.reports.push(report);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ sender, reports }) => ({
    sender,
    parsed: [{ source: webhookSource, report: mergeAnswers(reports) }],
  }));
}
