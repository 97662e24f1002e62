import type { Knex } from 'knex';
import type { DeadlineRules } from '../model/deadline';
import { MASS_CLOSE_GRACE } from '../model/massClose';
import { inChunks } from '../store/inChunks';
import { applyDeadlines } from '../store/operations/applyDeadlines';
import { deriveFindings } from '../store/operations/deriveFindings';
import { endOvertakenExceptions } from '../store/operations/endOvertakenExceptions';
import { forgetWorkloads } from '../store/operations/forgetWorkloads';
import { refreshArtifacts } from '../store/operations/refreshArtifacts';
import { sweepEmptied } from '../store/operations/sweepEmptied';
import { sweepQuiet } from '../store/operations/sweepQuiet';
import { sweepStale } from '../store/operations/sweepStale';
import { ago, type LifeCycleRules } from './rules';

export interface SweepOptions {
  knex: Knex;
  rules: LifeCycleRules;
  deadlines: DeadlineRules;
  now: Date;
  signal?: AbortSignal;
  /** Rows of one transaction. */
  chunk?: number;
}

/** How many findings came to a new state, and how many workloads no longer run. */
export interface Swept {
  stale: number;
  fixed: number;
  workloads: number;
}

/** What the trail calls the task. */
const ACTOR = 'security-posture-sweep';

/**
 * Draws the consequences of silence: workloads that nothing speaks of, scopes
 * that were emptied at once and stayed so, scopes that nobody reports any more,
 * and alerts that do not happen again. A later report brings all of them back.
 */
export async function sweep(options: SweepOptions): Promise<Swept> {
  const { rules, now, chunk: limit = 2000 } = options;
  const at = now.toISOString();
  const swept: Swept = { stale: 0, fixed: 0, workloads: 0 };

  await inChunks<true>(options, async tx => {
    const seenBefore = ago(now, rules.runningFor);
    const gone = await forgetWorkloads(tx, seenBefore, limit);
    swept.workloads += gone.workloads;
    await follow(tx, await refreshArtifacts(tx, gone.imageIds, at));
    return gone.workloads === limit ? true : undefined;
  });

  const emptiedBefore = ago(now, MASS_CLOSE_GRACE);
  await inChunks<true>(options, async tx => {
    const { findingIds, more } = await sweepEmptied(tx, emptiedBefore, limit);
    await follow(tx, findingIds);
    return more ? true : undefined;
  });

  const { build, deploy, runtime } = rules.staleAfter;
  const reportedBefore = {
    build: ago(now, build),
    deploy: ago(now, deploy),
    runtime: ago(now, runtime),
  };
  await inChunks<string>(options, async (tx, fromScope) => {
    const part = await sweepStale(tx, { reportedBefore, fromScope, limit });
    await follow(tx, part.findingIds);
    return part.nextScope;
  });

  const quietBefore = ago(now, rules.quietAfter);
  const closedBefore = ago(now, rules.closeAfter);
  await inChunks<string>(options, async (tx, fromScope) => {
    const part = await sweepQuiet(tx, {
      quietBefore,
      closedBefore,
      at,
      fromScope,
      limit,
    });
    await follow(tx, part.findingIds);
    return part.nextScope;
  });
  return swept;

  async function follow(tx: Knex, findingIds: string[]): Promise<void> {
    const derived = await deriveFindings(tx, findingIds, at);
    const ids = derived.map(({ id }) => id);
    const ended = await endOvertakenExceptions(tx, ids, at, ACTOR);
    await applyDeadlines(tx, ids, options.deadlines);
    const after = new Map(
      [...derived, ...ended].map(change => [change.id, change.after]),
    );
    for (const state of after.values()) {
      if (state === 'stale' || state === 'fixed') swept[state] += 1;
    }
  }
}
