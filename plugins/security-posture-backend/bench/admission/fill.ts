import type { Knex } from 'knex';
import { fingerprint } from '../../src/model/fingerprint';
import { storedSubject } from '../../src/model/subject';
import { upsertRows } from '../../src/store/bulk';
import { fillTo, lineName } from '../ingest/library';

export const digest = `sha256:${'a'.repeat(64)}`;

const PER_COMPONENT = 100;
const CHUNK = 1_000;

/**
 * Fills an empty database with components of one scanned image each, a hundred
 * findings an image, and the workload that runs it: most of what asks to be let
 * in runs already.
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
    running: true,
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

/** The workload that `load.mjs` asks for. */
function workloadOf(number: number) {
  return storedSubject({
    kind: 'workload',
    cluster: 'bench',
    namespace: `team-${number % 200}`,
    workloadKind: 'Deployment',
    name: `service-${number}`,
  });
}

async function writeComponents(knex: Knex, numbers: number[], at: string) {
  const subjects = numbers.map(number => ({
    number,
    id: fingerprint('subject', 'image', lineName(number)),
    workload: workloadOf(number),
  }));
  await upsertRows(
    knex,
    'subjects',
    subjects.map(({ workload }) => ({
      id: workload.id,
      kind: workload.kind,
      name: workload.name,
      cluster: workload.cluster,
      namespace: workload.namespace,
      workload_kind: workload.workloadKind,
      labels: undefined,
      exposure: undefined,
      first_seen_at: at,
      last_seen_at: at,
    })),
    { key: ['id'] },
  );
  await upsertRows(
    knex,
    'workload_images',
    subjects.map(({ id, workload }) => ({
      workload_id: workload.id,
      image_id: id,
      digest,
      tag: '1.0',
      last_seen_at: at,
    })),
    { key: ['workload_id', 'image_id'] },
  );
  await upsertRows(
    knex,
    'subject_components',
    subjects.flatMap(({ id, number, workload }) =>
      [id, workload.id].map(subjectId => ({
        subject_id: subjectId,
        entity_ref: `component:default/service-${number}`,
        via: 'security-posture.io/images',
      })),
    ),
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
      running: true,
      built_at: at,
      ran_at: undefined,
      scanned_at: at,
      admitted_at: at,
      running_since: at,
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
