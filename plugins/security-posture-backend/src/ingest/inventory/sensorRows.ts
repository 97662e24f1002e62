import { plainText } from 'backstage-plugin-security-posture-node';
import { fingerprint } from '../../model/fingerprint';
import { storedSubject } from '../../model/subject';
import type { Row } from '../../store/tables';
import { earlier, type InventoryReport } from './inventoryReport';

/** What sensors say of themselves, folded by source, cluster and message. */
export function sensorRows(
  reports: InventoryReport[],
): (Row<'sensor_events'> & { id: string })[] {
  const rows = new Map<string, Row<'sensor_events'> & { id: string }>();
  for (const { sourceId, at: reportAt, report } of reports) {
    const subjectId = storedSubject(report.subject).id;
    for (const event of report.sensorEvents) {
      const message = plainText(event.message, 1000);
      const id = fingerprint('sensor-event', sourceId, subjectId, message);
      const seenAt = earlier(event.at, reportAt);
      const known = rows.get(id);
      const isNewer = !known?.last_seen_at || known.last_seen_at <= seenAt;
      rows.set(id, {
        id,
        subject_id: subjectId,
        source: sourceId,
        message,
        degraded: isNewer ? event.degraded : known.degraded,
        count: (known?.count ?? 0) + 1,
        last_seen_at: isNewer ? seenAt : known.last_seen_at,
      });
    }
  }
  return [...rows.values()];
}
