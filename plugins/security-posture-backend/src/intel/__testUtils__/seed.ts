import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { upsertRows } from '../../store/bulk';
import { applyMigrations } from '../../store/migrations';
import { optionalIsoTime, present, type DbTime } from '../../store/rows';

export const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
});

export async function migratedDatabase(id: TestDatabaseId): Promise<Knex> {
  const knex = await databases.init(id);
  await applyMigrations(knex);
  return knex;
}

const seenAt = '2026-11-01T00:00:00.000Z';

/** A subject for each id; those of workloads lie in the namespace shop. */
export async function seedSubjects(
  knex: Knex,
  subjects: {
    id: string;
    kind: 'image' | 'workload' | 'repository';
    namespace?: string;
    labels?: Record<string, string>;
    exposure?: string;
  }[],
): Promise<void> {
  await upsertRows(
    knex,
    'subjects',
    subjects.map(({ id, kind, namespace = 'shop', labels, exposure }) => ({
      id,
      kind,
      name: id,
      cluster: kind === 'workload' ? 'prod' : undefined,
      namespace: kind === 'workload' ? namespace : undefined,
      workload_kind: kind === 'workload' ? 'Deployment' : undefined,
      labels: labels && JSON.stringify(labels),
      exposure,
      first_seen_at: seenAt,
      last_seen_at: seenAt,
    })),
    { key: ['id'], merge: { exposure: 'excluded.exposure' } },
  );
}

export interface SeededFinding {
  id: string;
  subject: string;
  problem?: string;
  kind?: string;
  /** 5 critical … 1 info. */
  severityRank?: number;
  state?: string;
  automatable?: boolean;
  totalImpact?: boolean;
  fixable?: boolean;
  openedAt?: string;
}

export async function seedFindings(
  knex: Knex,
  findings: SeededFinding[],
): Promise<void> {
  await upsertRows(
    knex,
    'findings',
    findings.map(one => ({
      id: one.id,
      subject_id: one.subject,
      kind: one.kind ?? 'vulnerability',
      stage: 'build',
      problem: one.problem ?? 'CVE-2021-44228',
      locus: one.id,
      title: one.id,
      severity_rank: one.severityRank ?? 4,
      state: one.state ?? 'open',
      suppressed_by: undefined,
      exception_id: undefined,
      triage: undefined,
      vex: undefined,
      automatable: one.automatable,
      total_impact: one.totalImpact,
      fixable: one.fixable ?? false,
      built: true,
      running: false,
      package_name: undefined,
      search_text: one.id,
      first_seen_at: seenAt,
      opened_at: one.openedAt ?? seenAt,
      reopened_at: undefined,
      reopen_count: 0,
      fixed_at: undefined,
      due_at: undefined,
      due_rule: undefined,
    })),
    { key: ['id'] },
  );
}

/** Objects of a cluster, in the inventory. */
export async function seedObjects(
  knex: Knex,
  objects: { id: string; spec: object; runsPods?: boolean }[],
): Promise<void> {
  await upsertRows(
    knex,
    'workloads',
    objects.map(({ id, spec, runsPods = false }) => ({
      subject_id: id,
      source: 'kubernetes',
      report_id: 'r',
      annotations: '{}',
      containers: runsPods ? '[{"name":"app"}]' : '[]',
      spec: JSON.stringify(spec),
      configured_at: seenAt,
    })),
    { key: ['subject_id'], merge: { spec: 'excluded.spec' } },
  );
}

export async function seedRunning(
  knex: Knex,
  pairs: [workload: string, image: string][],
): Promise<void> {
  await upsertRows(
    knex,
    'workload_images',
    pairs.map(([workload, image]) => ({
      workload_id: workload,
      image_id: image,
      digest: '',
      tag: undefined,
      last_seen_at: seenAt,
    })),
    { key: ['workload_id', 'image_id'] },
  );
}

/** The deadlines as stored, by finding: day and rule. */
export async function deadlines(
  knex: Knex,
): Promise<Record<string, string | undefined>> {
  const rows: { id: string; due_at: DbTime | null; due_rule: string | null }[] =
    await knex('findings').orderBy('id').select('id', 'due_at', 'due_rule');
  return Object.fromEntries(
    rows.map(({ id, due_at, due_rule }) => [
      id,
      present(
        due_rule &&
          `${optionalIsoTime(due_at)?.slice(0, 10) ?? 'never'} ${due_rule}`,
      ),
    ]),
  );
}

export async function exposures(
  knex: Knex,
): Promise<Record<string, string | null>> {
  const rows: { id: string; exposure: string | null }[] = await knex('subjects')
    .orderBy('id')
    .select('id', 'exposure');
  return Object.fromEntries(rows.map(({ id, exposure }) => [id, exposure]));
}
