import type { LoggerService } from '@backstage/backend-plugin-api';
import pLimit, { type Limit } from 'p-limit';
import { TooManyRequestsError } from '../model/errors';

/** How much may be taken in at a time. Each limit is configurable and named in errors. */
export interface IntakeLimits {
  /** Seconds that a body may take to arrive. */
  maxBodySeconds: number;
  /** Reports that are read and stored at the same time. */
  maxConcurrent: number;
  /** Reports that may wait for that, those that are still arriving included. */
  maxQueued: number;
  /** Bytes of the bodies of all of them together. */
  maxQueuedBytes: number;
}

export const defaultIntakeLimits: IntakeLimits = {
  maxBodySeconds: 120,
  maxConcurrent: 4,
  maxQueued: 1000,
  maxQueuedBytes: 100 * 1024 * 1024,
};

/** What one request holds until it leaves. */
export interface Place {
  /** @throws TooManyRequestsError if there is no room for so many bytes */
  hold(bytes: number): void;
  /** Runs the task when it is its turn. */
  run<T>(task: () => Promise<T>): Promise<T>;
  leave(): void;
}

const MILLISECONDS_BETWEEN_WARNINGS = 60_000;

/**
 * The door for reports. A flood of alerts is refused here, before its bodies are
 * read: what waits is bounded in number and in bytes, and only a few reports
 * compete with readers for the database.
 */
export class Intake {
  readonly #limits: IntakeLimits;
  readonly #logger: LoggerService;
  readonly #limit: Limit;
  #places = 0;
  #bytes = 0;
  #refused = 0;
  #warnedAt = -Infinity;

  static create(limits: IntakeLimits, logger: LoggerService): Intake {
    return new Intake(limits, logger);
  }

  private constructor(limits: IntakeLimits, logger: LoggerService) {
    this.#limits = limits;
    this.#logger = logger;
    this.#limit = pLimit(limits.maxConcurrent);
  }

  /**
   * A place for a request whose body has as many bytes, as far as it says.
   *
   * @throws TooManyRequestsError if all places are taken
   */
  enter(declaredBytes: number): Place {
    const { maxConcurrent, maxQueued } = this.#limits;
    if (this.#places >= maxConcurrent + maxQueued) {
      this.#refuse('maxQueued', maxQueued);
    }
    this.#makeRoom(declaredBytes);
    this.#places += 1;
    this.#bytes += declaredBytes;
    let held = declaredBytes;
    return {
      hold: bytes => {
        this.#makeRoom(bytes - held);
        this.#bytes += bytes - held;
        held = bytes;
      },
      run: task => this.#limit(task),
      leave: () => {
        this.#places -= 1;
        this.#bytes -= held;
      },
    };
  }

  /** A single body always fits: its size has a limit of its own. */
  #makeRoom(bytes: number): void {
    const { maxQueuedBytes } = this.#limits;
    if (this.#bytes > 0 && bytes > 0 && this.#bytes + bytes > maxQueuedBytes) {
      this.#refuse('maxQueuedBytes', maxQueuedBytes);
    }
  }

  #refuse(limit: keyof IntakeLimits, value: number): never {
    this.#refused += 1;
    const now = Date.now();
    if (now - this.#warnedAt > MILLISECONDS_BETWEEN_WARNINGS) {
      this.#logger.warn('Reports are refused: more is sent than taken in', {
        refused: this.#refused,
        [limit]: value,
      });
      this.#warnedAt = now;
      this.#refused = 0;
    }
    throw new TooManyRequestsError(
      `Too many reports are waiting: ${limit} is ${value}; send it again later`,
    );
  }
}
