import type { Knex } from 'knex';
import { upsertRows } from '../bulk';
import type { Row } from '../tables';

/** Keeps what sources tell of images; the newest word of a source on an artifact wins. */
export async function saveImageSettings(
  knex: Knex,
  settings: Row<'image_settings'>[],
): Promise<void> {
  if (settings.length === 0) return;
  await upsertRows(knex, 'image_settings', settings, {
    key: ['subject_id', 'digest', 'source'],
    merge: {
      report_id: 'excluded.report_id',
      settings: 'excluded.settings',
      told_at: 'excluded.told_at',
    },
    where: 'excluded.told_at >= image_settings.told_at',
  });
}
