import type { Knex } from 'knex';
import { lockForMaintenance } from './operations/lockFindings';

export interface ChunkOptions {
  knex: Knex;
  /** Stops between two chunks; what is done stays done. */
  signal?: AbortSignal;
}

/**
 * Does a long piece of work in transactions of its own, so that reports wait
 * only for one of them. Each is told what the one before it returned, until one
 * returns nothing.
 */
export async function inChunks<C>(
  { knex, signal }: ChunkOptions,
  work: (tx: Knex, last: C | undefined) => Promise<C | undefined>,
): Promise<void> {
  let last: C | undefined;
  while (!signal?.aborted) {
    const before = last;
    last = await knex.transaction(async tx => {
      await lockForMaintenance(tx);
      return work(tx, before);
    });
    if (last === undefined) return;
  }
}
