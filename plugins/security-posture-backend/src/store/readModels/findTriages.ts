import {
  vexJustifications,
  type VexJustification,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { textSet } from '../bulk';
import { isoTime, type DbTime } from '../rows';

/** The action of a triage in the trail. */
export const TRIAGED = 'triage';

/** What was said with the last triage of a finding. */
export interface StoredTriage {
  by: string;
  at: string;
  comment: string;
  justification?: VexJustification;
}

/** The last triage of each of these findings. */
export async function findTriages(
  knex: Knex,
  findingIds: Iterable<string>,
): Promise<Map<string, StoredTriage>> {
  const rows: {
    finding_id: string;
    at: DbTime;
    actor: string;
    comment: string | null;
    data: string;
  }[] = await knex('trail')
    .where('action', TRIAGED)
    .whereIn('finding_id', textSet(knex, findingIds))
    .orderBy(['at', 'id'])
    .select('finding_id', 'at', 'actor', 'comment', 'data');
  return new Map(
    rows.map(row => {
      const given: unknown = JSON.parse(row.data).justification;
      return [
        row.finding_id,
        {
          by: row.actor,
          at: isoTime(row.at),
          comment: row.comment ?? '',
          justification: vexJustifications.find(known => known === given),
        },
      ];
    }),
  );
}
