import { storedSubject } from '../../model/subject';
import type { Row } from '../../store/tables';
import { boundedJson } from './boundedJson';
import { artifactOf, Newest, type InventoryReport } from './inventoryReport';

/** What some reports tell of images themselves: the newest of each source for each artifact. */
export function imageRows(reports: InventoryReport[]): Row<'image_settings'>[] {
  const newest = new Newest<Row<'image_settings'>>();
  for (const told of reports) {
    for (const { subject, ...settings } of told.report.images ?? []) {
      const { id } = storedSubject(subject);
      const digest = artifactOf(subject, told);
      newest.set(JSON.stringify([id, digest, told.sourceId]), told.at, {
        subject_id: id,
        digest,
        source: told.sourceId,
        report_id: told.id,
        settings: boundedJson(settings),
        told_at: told.at,
      });
    }
  }
  return newest.rows();
}
