import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { DeadlineRules } from '../model/deadline';
import { forgetFeeds } from '../store/operations/forgetFeeds';
import { recordFeed, type FeedKind } from '../store/operations/recordFeed';
import { saveEpss } from '../store/operations/saveEpss';
import { saveKnownExploits } from '../store/operations/saveKnownExploits';
import { isKevKnown } from '../store/readModels/findKnownExploited';
import { failureOf } from './failureOf';
import { maxFeedBytes, type IntelConfig } from './feeds';
import { followAllExposure } from './followExposure';
import { openFeed } from './openFeed';
import { readEpss } from './readEpss';
import { readKev } from './readKev';
import { recomputeDeadlines } from './recomputeDeadlines';

export interface IntelRefreshOptions {
  knex: Knex;
  urlReader: UrlReaderService;
  logger: LoggerService;
  feeds: Pick<IntelConfig, 'kev' | 'epss'>;
  rules: DeadlineRules;
}

/** What a run changed. */
export interface IntelChanges {
  failedFeeds: number;
  /** CVEs that became known to be exploited, or ceased to. */
  exploitsChanged: number;
  deadlinesChanged: number;
}

/** Reads the feeds, and sets the deadlines that depend on them. */
export class IntelRefresh {
  readonly #options: IntelRefreshOptions;
  /** The first run of a process meets rules that may have changed. */
  #allDue = true;

  private constructor(options: IntelRefreshOptions) {
    this.#options = options;
  }

  static create(options: IntelRefreshOptions): IntelRefresh {
    return new IntelRefresh(options);
  }

  /** A feed that cannot be read keeps what is known; the others are still read. */
  async run(now: Date, signal?: AbortSignal): Promise<IntelChanges> {
    const { knex, feeds } = this.#options;
    const triedAt = now.toISOString();
    const knewKev = await isKevKnown(knex);
    const changed = new Set<string>();
    let failedFeeds = 0;
    const attempt = async (
      kind: FeedKind,
      location: string,
      read: () => Promise<void>,
    ) => {
      try {
        await read();
      } catch (error) {
        if (signal?.aborted) throw error;
        failedFeeds += 1;
        await this.#recordFailure(kind, location, triedAt, error);
      }
    };
    for (const location of feeds.kev) {
      await attempt('kev', location, async () => {
        for (const cve of await this.#readKev(location, triedAt, signal)) {
          changed.add(cve);
        }
      });
    }
    const forgotten = await knex.transaction(tx =>
      forgetFeeds(tx, [...feeds.kev, ...feeds.epss]),
    );
    for (const cve of forgotten) changed.add(cve);
    for (const location of feeds.epss) {
      await attempt('epss', location, () =>
        this.#readEpss(location, triedAt, signal),
      );
    }
    if (knewKev !== (await isKevKnown(knex))) this.#allDue = true;
    return {
      failedFeeds,
      exploitsChanged: changed.size,
      deadlinesChanged: await this.#setDeadlines([...changed]),
    };
  }

  async #setDeadlines(problems: string[]): Promise<number> {
    const { knex, rules } = this.#options;
    await followAllExposure(knex, rules);
    if (!this.#allDue) return recomputeDeadlines(knex, rules, { problems });
    const changed = await recomputeDeadlines(knex, rules);
    this.#allDue = false;
    return changed;
  }

  async #readKev(location: string, triedAt: string, signal?: AbortSignal) {
    const { knex } = this.#options;
    const kev = await readKev(this.#open('kev', location, signal));
    return knex.transaction(async tx => {
      const changed = await saveKnownExploits(tx, { source: location, ...kev });
      await recordFeed(tx, {
        location,
        kind: 'kev',
        triedAt,
        version: kev.version,
        dataAt: kev.dataAt,
        total: kev.exploits.length,
        skipped: kev.skipped,
      });
      return changed;
    });
  }

  async #readEpss(location: string, triedAt: string, signal?: AbortSignal) {
    const { knex } = this.#options;
    const summary = await readEpss(
      this.#open('epss', location, signal),
      async (scores, dataAt) => {
        // A clock that runs ahead must not make scores the newest for ever.
        const at = dataAt < triedAt ? dataAt : triedAt;
        await knex.transaction(tx =>
          saveEpss(tx, { source: location, at, scores }),
        );
      },
    );
    await recordFeed(knex, { location, kind: 'epss', triedAt, ...summary });
  }

  #open(kind: FeedKind, location: string, signal?: AbortSignal) {
    const { urlReader } = this.#options;
    return openFeed(location, {
      urlReader,
      maxBytes: maxFeedBytes[kind],
      signal,
    });
  }

  async #recordFailure(
    kind: FeedKind,
    location: string,
    triedAt: string,
    cause: unknown,
  ) {
    const { knex, logger } = this.#options;
    const error = failureOf(cause);
    logger.warn('A feed could not be read', { feed: location, error });
    await recordFeed(knex, { location, kind, triedAt, error });
  }
}
