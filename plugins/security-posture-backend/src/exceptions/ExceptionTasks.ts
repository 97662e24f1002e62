import type {
  AuditorService,
  AuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import {
  applyExceptions,
  findExceptionChanges,
} from '../store/operations/applyExceptions';
import { deriveFindings } from '../store/operations/deriveFindings';
import { endOvertakenExceptions } from '../store/operations/endOvertakenExceptions';
import { expireExceptions } from '../store/operations/expireExceptions';
import { lockForMaintenance } from '../store/operations/lockFindings';
import { findFindingsOfExceptions } from '../store/readModels/findExcepted';
import { findExpiring } from '../store/readModels/findExpiring';
import type { ExceptionRules } from './draftException';
import { warnOfEnd } from './warnOfEnd';

export interface ExceptionTasksOptions {
  knex: Knex;
  rules: ExceptionRules;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  notifications: NotificationService;
  now?: () => Date;
}

/** The name under which the task stands in the trail. */
export const EXCEPTIONS_TASK = 'security-posture-exceptions';

const DAY = 86_400_000;

/** What happens to exceptions without anyone asking: they end, and owners are told before. */
export class ExceptionTasks {
  readonly #options: ExceptionTasksOptions;

  static create(options: ExceptionTasksOptions): ExceptionTasks {
    return new ExceptionTasks(options);
  }

  private constructor(options: ExceptionTasksOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const now = this.#options.now?.() ?? new Date();
    await this.#expire(now.toISOString());
    await this.#settle(now.toISOString());
    await this.#warn(now);
  }

  async #expire(at: string): Promise<void> {
    const { knex, auditor, logger } = this.#options;
    const expired = await knex.transaction(async tx => {
      await lockForMaintenance(tx);
      const ids = await expireExceptions(tx, at, EXCEPTIONS_TASK);
      if (ids.length === 0) return ids;
      const touched = await findFindingsOfExceptions(tx, ids);
      await deriveFindings(tx, await applyExceptions(tx, touched), at);
      return ids;
    });
    if (expired.length === 0) return;
    logger.info('Exceptions expired', { exceptions: expired.length });
    const event = await auditor.createEvent({
      eventId: 'exception-expire',
      severityLevel: 'medium',
      meta: { exceptionIds: expired },
    });
    await event.success();
  }

  /**
   * Brings findings in line with what changed beside exceptions: which
   * components a subject or a system has, which vulnerabilities are the same.
   */
  async #settle(at: string): Promise<void> {
    const { knex } = this.#options;
    const differing = await findExceptionChanges(knex);
    await knex.transaction(async tx => {
      await lockForMaintenance(tx);
      const changed = await applyExceptions(
        tx,
        differing.map(({ id }) => id),
      );
      await deriveFindings(tx, changed, at);
      await endOvertakenExceptions(tx, undefined, at, EXCEPTIONS_TASK);
    });
  }

  async #warn(now: Date): Promise<void> {
    const { knex, rules } = this.#options;
    const until = new Date(now.getTime() + rules.warnDays * DAY);
    const ending = await findExpiring(
      knex,
      now.toISOString(),
      until.toISOString(),
    );
    for (const exception of ending) {
      await warnOfEnd(this.#options, exception, now.toISOString());
    }
  }
}
