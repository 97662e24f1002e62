import type { Knex } from 'knex';
import { fingerprint } from '../../src/model/fingerprint';
import { upsertRows } from '../../src/store/bulk';
import { fillTo, lineName } from '../ingest/library';

export const digest = `sha256:${'a'.repeat(64)}`;

const PER_COMPONENT = 100;
const CHUNK = 1_000;

/**
 * Fills an empty database with components of one scanned image each, a hundred
 * findings an image, and what the inventory knows of it.
 *
 * @returns how many components there are
 */
export async function fillComponents(
  knex: Knex,
  findings: number,
  report: (filled: number) => void,
): Promise<number> {
  const at = new Date(Date.now() - 3_600_000).toISOString();
  const components = findings / PER_COMPONENT;
  await fillTo(knex, findings, report, {
    perSubject: PER_COMPONENT,
    digest,
    at,
  });
  for (let first = 0; first < components; first += CHUNK) {
    const numbers = Array.from(
      { length: Math.min(CHUNK, components - first) },
      (_, n) => first + n,
    );
    await writeComponents(knex, numbers, at);
  }
  return components;
}

async function writeComponents(knex: Knex, numbers: number[], at: string) {
  const subjects = numbers.map(number => ({
    number,
    id: fingerprint('subject', 'image', lineName(number)),
  }));
  await upsertRows(
    knex,
    'subject_components',
    subjects.map(({ id, number }) => ({
      subject_id: id,
      entity_ref: `component:default/service-${number}`,
      via: 'security-posture.io/images',
    })),
    { key: ['subject_id', 'entity_ref'] },
  );
  await upsertRows(
    knex,
    'artifacts',
    subjects.map(({ id }) => ({
      subject_id: id,
      digest,
      tag: '1.0',
      branch: undefined,
      commit_id: undefined,
      built: true,
      running: false,
      built_at: at,
      ran_at: undefined,
      scanned_at: at,
      admitted_at: undefined,
      running_since: undefined,
      first_seen_at: at,
      last_seen_at: at,
    })),
    { key: ['subject_id', 'digest'] },
  );
  await upsertRows(
    knex,
    'image_settings',
    subjects.map(({ id }) => ({
      subject_id: id,
      digest,
      source: 'trivy',
      report_id: 'bench',
      settings: JSON.stringify({ user: '10001', environment: ['PATH'] }),
      told_at: at,
    })),
    { key: ['subject_id', 'digest', 'source'] },
  );
}
