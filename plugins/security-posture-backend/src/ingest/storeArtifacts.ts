import type { Knex } from 'knex';
import { subjectPrefix } from '../model/findingId';
import { dropWorkloadImages } from '../store/operations/dropWorkloadImages';
import { refreshArtifacts } from '../store/operations/refreshArtifacts';
import { saveArtifacts } from '../store/operations/saveArtifacts';
import {
  resolveTags,
  saveWorkloadImages,
} from '../store/operations/saveWorkloadImages';
import { artifactRows, digestsOf } from './artifactRows';
import type { PreparedReport } from './preparedReport';

/**
 * Stores what reports tell of artifacts: which was built, and which workload
 * runs which.
 *
 * @returns the findings that this may concern, since an old digest is history now
 * or a new one runs, and when that was
 */
export async function storeArtifacts(
  tx: Knex,
  reports: PreparedReport[],
  branchesOf: (subjectId: string) => string[],
  now: string,
): Promise<Map<string, string>> {
  const artifacts = reports.flatMap(report =>
    artifactRows(report, digestsOf(report, branchesOf), branchesOf),
  );
  await saveArtifacts(tx, artifacts);
  const images = reports.flatMap(report => report.images);
  await saveWorkloadImages(
    tx,
    images.map(({ workload, image, digest, tag, at }) => ({
      workload_id: workload.id,
      image_id: image.id,
      digest,
      tag,
      last_seen_at: at,
    })),
  );
  const left = await dropWorkloadImages(tx, wholeWorkloads(reports));
  const lines = new Set([
    ...artifacts.flatMap(({ subject_id }) => subject_id ?? []),
    ...images.map(({ image }) => image.id),
    ...left,
  ]);
  await resolveTags(tx, lines);
  const times = new Map<string, string>();
  for (const { at, images: own, spoken } of reports) {
    for (const { id } of spoken) times.set(subjectPrefix(id), at);
    for (const { image, at: seenAt } of own) {
      times.set(subjectPrefix(image.id), seenAt);
    }
  }
  const flipped = await refreshArtifacts(tx, lines, now);
  return new Map(flipped.map(id => [id, times.get(subjectPrefix(id)) ?? now]));
}

/** Workloads whose images are all listed, with these. */
function wholeWorkloads(reports: PreparedReport[]) {
  const whole = new Map<string, { imageIds: Set<string>; at: string }>();
  for (const { wholeWorkloads: own, images, at } of reports) {
    const ids = new Set(own.map(({ id }) => id));
    for (const id of ids) whole.set(id, { imageIds: new Set(), at });
    for (const { workload, image, at: seenAt } of images) {
      const entry = ids.has(workload.id) ? whole.get(workload.id) : undefined;
      if (!entry) continue;
      entry.imageIds.add(image.id);
      entry.at = seenAt;
    }
  }
  return whole;
}
