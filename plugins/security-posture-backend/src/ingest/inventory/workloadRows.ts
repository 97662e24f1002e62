import { storedSubject } from '../../model/subject';
import type { Row } from '../../store/tables';
import { boundedJson } from './boundedJson';
import { earlier, Newest, type InventoryReport } from './inventoryReport';

export interface WorkloadRows {
  rows: Row<'workloads'>[];
  /** Every workload that is mentioned, also by name and image alone. */
  subjectIds: string[];
}

/**
 * The workloads of some reports as configured. Many tools name a workload with
 * its image and nothing more: that is no configuration, and it must not replace
 * one, nor pass for one in which nothing is set. A pod tells of its controller
 * only where nothing tells of that itself.
 */
export function workloadRows(reports: InventoryReport[]): WorkloadRows {
  const newest = new Newest<Row<'workloads'>>();
  const ofPods = new Newest<Row<'workloads'>>();
  const subjectIds = new Set<string>();
  for (const { id: reportId, sourceId, at: reportAt, report } of reports) {
    for (const {
      subject,
      annotations,
      containers,
      spec,
      at,
    } of report.workloads) {
      const { id } = storedSubject(subject);
      subjectIds.add(id);
      if (Object.keys(spec).length === 0) continue;
      const configuredAt = earlier(at, reportAt);
      const isOfPod = spec.kind === 'Pod' && subject.workloadKind !== 'Pod';
      (isOfPod ? ofPods : newest).set(id, configuredAt, {
        subject_id: id,
        source: sourceId,
        report_id: reportId,
        annotations: boundedJson(annotations),
        containers: boundedJson(containers),
        spec: boundedJson(spec),
        configured_at: configuredAt,
      });
    }
  }
  const rows = newest.rows();
  const told = new Set(rows.map(row => row.subject_id));
  return {
    rows: [...rows, ...ofPods.rows().filter(row => !told.has(row.subject_id))],
    subjectIds: [...subjectIds],
  };
}
