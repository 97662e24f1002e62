import type { ReportReceipt } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';

/**
 * The answers that were given to the reports of a body, if sending it again
 * would tell nothing new: each report carries its own time, or is still the
 * newest of its subject and format.
 */
export async function findReceipts(
  knex: Knex,
  bodyHash: string,
): Promise<ReportReceipt[]> {
  const rows: { receipt: string; generated_at: unknown; newer: number }[] =
    await knex('reports as r')
      .where('r.body_hash', bodyHash)
      .orderBy('r.position')
      .select(
        'r.receipt',
        'r.generated_at',
        knex.raw(
          '(select count(*) from reports n where n.subject_id = r.subject_id and n.format = r.format and n.received_at > r.received_at) as newer',
        ),
      );
  const overtaken = rows.some(
    ({ generated_at, newer }) => generated_at === null && Number(newer) > 0,
  );
  return overtaken ? [] : rows.map(({ receipt }) => JSON.parse(receipt));
}
