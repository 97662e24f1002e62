import type { Knex } from 'knex';
import { upsertRows } from '../bulk';

export interface KeptAnswer {
  /** Of the request. */
  uid: string;
  sender: string;
  /** What the answer tells, as JSON. */
  report: string;
  answeredAt: string;
}

/** Keeps an answer of the webhook until it is a decision. A repeated request is one answer. */
export async function keepAnswer(
  knex: Knex,
  { uid, sender, report, answeredAt }: KeptAnswer,
): Promise<void> {
  await upsertRows(
    knex,
    'admission_answers',
    [{ uid, sender, report, answered_at: answeredAt }],
    { key: ['uid'] },
  );
}
