import { InputError } from '@backstage/errors';
import type {
  ComponentHistory,
  HistoryQuery,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { findComponentDays } from '../store/readModels/findComponentDays';

export interface HistoryServiceOptions {
  knex: Knex;
  now?: () => Date;
}

const DAY = 86_400_000;

/** Days that are answered where the caller names no beginning. */
const DEFAULT_DAYS = 90;

/** Answers how a component did, day by day. */
export class HistoryService {
  readonly #options: HistoryServiceOptions;

  static create(options: HistoryServiceOptions): HistoryService {
    return new HistoryService(options);
  }

  private constructor(options: HistoryServiceOptions) {
    this.#options = options;
  }

  /** @throws InputError if the days are in the wrong order */
  async list(
    entityRef: string,
    query: HistoryQuery,
  ): Promise<ComponentHistory> {
    const { knex, now } = this.#options;
    const to = query.to ?? dayOf(now?.() ?? new Date());
    const from =
      query.from ?? dayOf(new Date(Date.parse(to) - DEFAULT_DAYS * DAY));
    if (from > to) {
      throw new InputError(`Query: from: ${from} is after to (${to})`);
    }
    return { items: await findComponentDays(knex, entityRef, { from, to }) };
  }
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
