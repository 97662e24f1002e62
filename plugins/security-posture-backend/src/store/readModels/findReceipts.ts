import type {
  ReportReceipt,
  Stage,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';

export interface KeptReceipt {
  receipt: ReportReceipt;
  stage: Stage;
  /** The report does not say when it was made: sent again, it is made again. */
  isTimeless: boolean;
}

/**
 * The answers that were given to the reports of a body, if sending it again
 * would tell nothing new: each report carries its own time, or is still the
 * newest of its subject and format.
 */
export async function findReceipts(
  knex: Knex,
  bodyHash: string,
): Promise<KeptReceipt[]> {
  const rows: {
    receipt: string;
    stage: Stage;
    generated_at: unknown;
    newer: unknown;
  }[] = await knex('reports as r')
    .where('r.body_hash', bodyHash)
    .orderBy('r.position')
    .select(
      'r.receipt',
      'r.stage',
      'r.generated_at',
      knex.raw(
        'case when r.generated_at is null then (select count(*) from reports n where n.subject_id = r.subject_id and n.format = r.format and n.received_at > r.received_at) else 0 end as newer',
      ),
    );
  if (rows.some(({ newer }) => Number(newer) > 0)) return [];
  return rows.map(({ receipt, stage, generated_at }) => ({
    receipt: JSON.parse(receipt),
    stage,
    isTimeless: generated_at === null,
  }));
}
