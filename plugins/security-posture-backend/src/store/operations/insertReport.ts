import type { ReportReceipt } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';

export interface ReportRow {
  bodyHash: string;
  /** Within its body. */
  position: number;
  subjectId: string;
  digest?: string;
  branch?: string;
  commit?: string;
  runUrl?: string;
  sender: string;
  receipt: ReportReceipt;
}

/** Keeps a report with the answer that its sender got. */
export async function insertReport(
  knex: Knex,
  report: ReportRow,
): Promise<void> {
  const { receipt } = report;
  await knex('reports').insert({
    id: receipt.id,
    body_hash: report.bodyHash,
    position: report.position,
    format: receipt.format,
    tool_name: receipt.tool.name,
    tool_version: receipt.tool.version ?? null,
    subject_id: report.subjectId,
    digest: report.digest ?? null,
    generated_at: receipt.generatedAt ?? null,
    received_at: receipt.receivedAt,
    complete: receipt.complete,
    branch: report.branch ?? null,
    commit_id: report.commit ?? null,
    run_url: report.runUrl ?? null,
    sender: report.sender,
    receipt: JSON.stringify(receipt),
  });
}
