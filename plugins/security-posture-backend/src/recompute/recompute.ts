import type { Knex } from 'knex';
import type { DeadlineRules } from '../model/deadline';
import { inChunks, type ChunkOptions } from '../store/inChunks';
import { applyDeadlines } from '../store/operations/applyDeadlines';
import { applyExceptions } from '../store/operations/applyExceptions';
import { applyVex } from '../store/operations/applyVex';
import {
  deriveFindings,
  type FindingChange,
} from '../store/operations/deriveFindings';
import { endOvertakenExceptions } from '../store/operations/endOvertakenExceptions';
import {
  moveFindings,
  type MovedFindings,
} from '../store/operations/moveFindings';
import { recomputeCounts } from '../store/operations/recomputeCounts';
import { refreshArtifacts } from '../store/operations/refreshArtifacts';
import { refreshScopes } from '../store/operations/refreshScopes';
import { regroupAliases } from '../store/operations/regroupAliases';
import { restoreScopes } from '../store/operations/restoreScopes';
import { settleFindings } from '../store/operations/settleFindings';
import { compareCounts } from '../store/readModels/compareCounts';
import { findAliasNames } from '../store/readModels/findAliasNames';
import { findCurrency } from '../store/readModels/findCurrency';
import { findIds } from '../store/readModels/findIds';
import { noDifference, type Differences } from './differences';

export interface RecomputeOptions extends ChunkOptions {
  deadlines: DeadlineRules;
  now: Date;
  /** Ids of one transaction, during which reports wait. */
  chunk?: number;
}

/** What the trail calls the task. */
const ACTOR = 'security-posture-recompute';

/**
 * Builds anew all that is derived of findings, out of what was observed,
 * asserted and decided: what is built and runs, which ids name the same
 * vulnerability, which finding an observation belongs to, states, deadlines and
 * counts. Each step relies on those before it; nothing is taken for fixed before
 * it is known what runs. Reports can be taken in meanwhile.
 *
 * @returns what differed; nothing, if all is well
 */
export async function recompute(
  options: RecomputeOptions,
): Promise<Differences> {
  const { deadlines, now, chunk: limit = 1000 } = options;
  const at = now.toISOString();
  const differences = noDifference();

  await inPages(
    (tx, after) => findIds(tx, 'subjects', { after, limit }),
    async (tx, ids) => {
      const before = await findCurrency(tx, ids);
      const findingIds = [
        ...(await refreshArtifacts(tx, ids, at)),
        ...(await refreshScopes(tx, ids)).findingIds,
        ...(await restoreScopes(tx, ids)),
      ];
      const after = await findCurrency(tx, ids);
      differences.artifacts += different(before.artifacts, after.artifacts);
      differences.scopes += different(before.scopes, after.scopes);
      await derive(tx, findingIds);
    },
  );
  await inPages(
    (tx, after) => findAliasNames(tx, { after, limit }),
    async (tx, names) => {
      const changes = await regroupAliases(tx, names);
      differences.names += changes.length;
      await followMoves(tx, await moveFindings(tx, changes, at));
    },
  );
  await inPages(
    (tx, after) => findIds(tx, 'findings', { after, limit }),
    async (tx, ids) => followMoves(tx, await settleFindings(tx, ids, at)),
  );
  await inPages(
    (tx, after) => findIds(tx, 'findings', { after, limit }),
    async (tx, ids) => {
      const covered = await applyExceptions(tx, ids);
      const stated = await applyVex(tx, { findingIds: ids });
      differences.judgements += new Set([...covered, ...stated]).size;
      await derive(tx, ids);
      const due = await applyDeadlines(tx, ids, deadlines);
      differences.deadlines += due.length;
    },
  );
  await inPages(
    (tx, after) => findIds(tx, 'subjects', { after, limit }),
    async (tx, ids) => {
      const wrong = await compareCounts(tx, ids);
      differences.counts += wrong.length;
      const subjects = new Set(wrong.map(({ subjectId }) => subjectId));
      if (subjects.size > 0) await recomputeCounts(tx, subjects);
    },
  );
  return differences;

  /** Goes through all ids in transactions of their own, a page each. */
  async function inPages(
    find: (tx: Knex, after: string | undefined) => Promise<string[]>,
    work: (tx: Knex, ids: string[]) => Promise<void>,
  ): Promise<void> {
    await inChunks<string>(options, async (tx, after) => {
      const ids = await find(tx, after);
      if (ids.length > 0) await work(tx, ids);
      return ids.length < limit ? undefined : ids[ids.length - 1];
    });
  }

  async function followMoves(
    tx: Knex,
    { changes, touched, moved }: MovedFindings,
  ): Promise<void> {
    differences.moved += moved;
    await endOvertaken(tx, changes);
    const due = await applyDeadlines(tx, touched, deadlines);
    differences.deadlines += due.length;
  }

  async function derive(tx: Knex, findingIds: string[]): Promise<void> {
    const changes = await deriveFindings(tx, findingIds, at);
    differences.findings += changes.length;
    await endOvertaken(tx, changes);
  }

  async function endOvertaken(
    tx: Knex,
    changes: FindingChange[],
  ): Promise<void> {
    const ids = changes.map(({ id }) => id);
    await endOvertakenExceptions(tx, ids, at, ACTOR);
  }
}

/** How many of these are new, gone or something else. */
function different(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): number {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter(key => before.get(key) !== after.get(key)).length;
}
