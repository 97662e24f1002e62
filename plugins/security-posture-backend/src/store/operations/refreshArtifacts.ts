import type { Knex } from 'knex';
import { currentArtifacts, type ArtifactFacts } from '../../model/artifact';
import { textSet, updateRows, upsertRows } from '../bulk';
import { emptyArtifact } from '../emptyArtifact';
import { isTrue, optionalIsoTime, type DbTime } from '../rows';
import { refreshScopes } from './refreshScopes';

interface Columns {
  subject_id: string;
  digest: string;
  tag: string | null;
  built: unknown;
  running: unknown;
  built_at: DbTime | null;
  ran_at: DbTime | null;
  running_since: DbTime | null;
}

/**
 * Finds out anew which artifacts of these subjects are the newest build and
 * which run, and what scopes hold for by it.
 *
 * @returns the findings that this may concern, for `deriveFindings`
 */
export async function refreshArtifacts(
  tx: Knex,
  subjectIds: Iterable<string>,
  at: string,
): Promise<string[]> {
  const ids = [...new Set(subjectIds)];
  if (ids.length === 0) return [];
  await knowRunning(tx, ids, at);
  const rows: Columns[] = await tx('artifacts')
    .whereIn('subject_id', textSet(tx, ids))
    .select(
      'subject_id',
      'digest',
      'tag',
      'built',
      'running',
      'built_at',
      'ran_at',
      'running_since',
    );
  const runs: { image_id: string; digest: string }[] = await tx(
    'workload_images',
  )
    .whereIn('image_id', textSet(tx, ids))
    .distinct('image_id', 'digest');
  const running = new Set(runs.map(run => `${run.image_id} ${run.digest}`));
  const known = rows.map(
    (row): ArtifactFacts => ({
      subjectId: row.subject_id,
      digest: row.digest,
      builtAt: optionalIsoTime(row.built_at),
      ranAt: optionalIsoTime(row.ran_at),
      runsInWorkload: running.has(`${row.subject_id} ${row.digest}`),
    }),
  );
  const current = currentArtifacts(known);
  const changed = rows.flatMap((row, index) => {
    const now = current[index];
    return now.built === isTrue(row.built) &&
      now.running === isTrue(row.running)
      ? []
      : {
          subject_id: row.subject_id,
          digest: row.digest,
          built: now.built,
          running: now.running,
          running_since:
            now.running && !isTrue(row.running)
              ? at
              : optionalIsoTime(row.running_since),
        };
  });
  await updateRows(tx, 'artifacts', changed, {
    key: ['subject_id', 'digest'],
    set: ['built', 'running', 'running_since'],
  });
  return changed.length === 0 ? [] : (await refreshScopes(tx, ids)).findingIds;
}

/** What runs is an artifact, also if no report ever spoke of its digest. */
async function knowRunning(tx: Knex, ids: string[], at: string): Promise<void> {
  const unknown: { image_id: string; digest: string; tag: string | null }[] =
    await tx('workload_images as w')
      .leftJoin('artifacts as a', join =>
        join.on('a.subject_id', 'w.image_id').andOn('a.digest', 'w.digest'),
      )
      .whereIn('w.image_id', textSet(tx, ids))
      .whereNull('a.subject_id')
      .distinct('w.image_id', 'w.digest', 'w.tag');
  const rows = new Map(
    unknown.map(({ image_id, digest, tag }) => [
      `${image_id} ${digest}`,
      { ...emptyArtifact(image_id, digest, at), tag: tag ?? undefined },
    ]),
  );
  await upsertRows(tx, 'artifacts', [...rows.values()], {
    key: ['subject_id', 'digest'],
  });
}
