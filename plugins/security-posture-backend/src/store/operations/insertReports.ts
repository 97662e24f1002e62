import type {
  ReportReceipt,
  Stage,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { upsertRows } from '../bulk';

export interface ReceivedReport {
  bodyHash: string;
  position: number;
  stage: Stage;
  subjectId: string;
  /** When it was made, if that tells which of two reports is newer. */
  orderedAt?: string;
  digest?: string;
  branch?: string;
  commit?: string;
  runUrl?: string;
  sender: string;
  receipt: ReportReceipt;
}

/** Keeps the records of reports, with the answers that were given to them. */
export async function insertReports(
  tx: Knex,
  reports: ReceivedReport[],
): Promise<void> {
  await upsertRows(
    tx,
    'reports',
    reports.map(report => {
      const { receipt } = report;
      return {
        id: receipt.id,
        body_hash: report.bodyHash,
        position: report.position,
        format: receipt.format,
        stage: report.stage,
        tool_name: receipt.tool.name,
        tool_version: receipt.tool.version,
        subject_id: report.subjectId,
        digest: report.digest,
        generated_at: report.orderedAt,
        received_at: receipt.receivedAt,
        complete: receipt.complete,
        branch: report.branch,
        commit_id: report.commit,
        run_url: report.runUrl,
        sender: report.sender,
        receipt: JSON.stringify(receipt),
      };
    }),
    { key: ['id'] },
  );
}
