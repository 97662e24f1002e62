import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type {
  Exception,
  ExceptionStatus,
  ExceptionsPage,
  ExceptionsQuery,
  ExceptionWithTrail,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { appendTrail, type TrailStep } from '../store/operations/appendTrail';
import { applyExceptions } from '../store/operations/applyExceptions';
import { decideException } from '../store/operations/decideException';
import { deriveFindings } from '../store/operations/deriveFindings';
import { lockForMaintenance } from '../store/operations/lockFindings';
import { saveException } from '../store/operations/saveException';
import { findFindingsOfExceptions } from '../store/readModels/findExcepted';
import { findException } from '../store/readModels/findException';
import { findExceptions } from '../store/readModels/findExceptions';
import { findTrail } from '../store/readModels/findTrail';
import type { ExceptionDraft, ExceptionRules } from './draftException';

export interface ExceptionServiceOptions {
  knex: Knex;
  rules: ExceptionRules;
  now?: () => Date;
}

export type Decision = 'approve' | 'deny' | 'revoke';

const outcomes = {
  approve: { from: ['pending'], to: 'approved' },
  deny: { from: ['pending'], to: 'denied' },
  revoke: { from: ['pending', 'approved'], to: 'revoked' },
} as const satisfies Record<
  Decision,
  { from: ExceptionStatus[]; to: ExceptionStatus }
>;

/** Exceptions of people who were found to be allowed to do what they ask for. */
export class ExceptionService {
  readonly #options: ExceptionServiceOptions;

  static create(options: ExceptionServiceOptions): ExceptionService {
    return new ExceptionService(options);
  }

  private constructor(options: ExceptionServiceOptions) {
    this.#options = options;
  }

  /** Stores a request; what it is about stays open. */
  async request(draft: ExceptionDraft, by: string): Promise<Exception> {
    const exception: Exception = {
      ...draft,
      id: randomUUID(),
      status: 'pending',
      requestedBy: by,
      requestedAt: this.#now(),
    };
    const { kind, scope, until } = exception;
    await this.#options.knex.transaction(async tx => {
      await saveException(tx, exception);
      await appendTrail(tx, [
        stepOf(exception, {
          action: 'exception-requested',
          actor: by,
          at: exception.requestedAt,
          comment: exception.reason,
          data: { kind, scope, until },
        }),
      ]);
    });
    return exception;
  }

  /**
   * Decides on an exception; findings follow in the same transaction.
   *
   * @throws NotAllowedError if the requester decides, ConflictError if it is
   * decided or over already
   */
  async decide(
    exception: Exception,
    decision: Decision,
    by: string,
    comment: string | undefined,
  ): Promise<Exception> {
    const { id } = exception;
    const { from, to } = outcomes[decision];
    const isOwn = exception.requestedBy === by;
    if (this.#options.rules.fourEyes && decision !== 'revoke' && isOwn) {
      throw new NotAllowedError(
        `You asked for this exception; someone else has to ${decision} it`,
      );
    }
    const at = this.#now();
    await this.#options.knex.transaction(async tx => {
      await lockForMaintenance(tx);
      const current = await findException(tx, id);
      const isOver = current?.until.at !== undefined && current.until.at <= at;
      const because = decision === 'revoke' ? 'revoked' : undefined;
      if (
        (isOver && decision === 'approve') ||
        !(await decideException(tx, {
          id,
          from: [...from],
          to,
          by,
          at,
          comment,
          because,
        }))
      ) {
        throw new ConflictError(
          `Cannot ${decision} the exception: it ${
            isOver ? 'has expired' : `is ${current?.status}`
          }`,
        );
      }
      await appendTrail(tx, [
        stepOf(exception, {
          action: `exception-${to}`,
          actor: by,
          at,
          comment,
        }),
      ]);
      if (decision === 'deny') return;
      const touched = await findFindingsOfExceptions(tx, [id]);
      const changed = await applyExceptions(tx, touched);
      await deriveFindings(tx, changed, at);
    });
    return this.get(id);
  }

  async comment(
    exception: Exception,
    by: string,
    comment: string,
  ): Promise<ExceptionWithTrail> {
    await appendTrail(this.#options.knex, [
      stepOf(exception, {
        action: 'exception-commented',
        actor: by,
        at: this.#now(),
        comment,
      }),
    ]);
    return this.withTrail(exception);
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<Exception> {
    const exception = await findException(this.#options.knex, id);
    if (!exception) throw new NotFoundError(`No exception '${id}'`);
    return exception;
  }

  async withTrail(exception: Exception): Promise<ExceptionWithTrail> {
    const trail = await findTrail(this.#options.knex, {
      exceptionId: exception.id,
    });
    return { ...exception, trail };
  }

  /** @param concerning - only those that concern one of these components */
  list(
    query: ExceptionsQuery,
    concerning?: Iterable<string>,
  ): Promise<ExceptionsPage> {
    return findExceptions(this.#options.knex, query, concerning);
  }

  #now(): string {
    return (this.#options.now?.() ?? new Date()).toISOString();
  }
}

/** A step of the trail of an exception, found from its finding and component too. */
function stepOf({ id, target, scope }: Exception, step: TrailStep): TrailStep {
  return {
    ...step,
    exceptionId: id,
    findingId: target.findingId,
    entityRef: scope.kind === 'component' ? scope.ref : undefined,
  };
}
