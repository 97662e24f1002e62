import type { Stage } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { findingId, scopeId } from '../../model/findingId';
import { fingerprint } from '../../model/fingerprint';
import { upsertRows } from '../../store/bulk';
import { deriveFindings } from '../../store/operations/deriveFindings';
import { recomputeCounts } from '../../store/operations/recomputeCounts';
import type { Row } from '../../store/tables';

/** Noon of a day, counted from the first of January. */
export const day = (n: number) =>
  new Date(Date.UTC(2026, 0, n, 12)).toISOString();

export const subjectIdOf = (name: string) => fingerprint('subject', name);

/** A finding with one observation. */
export interface Shown {
  /** The image line or the workload. */
  subject: string;
  problem: string;
  kind?: string;
  stage?: Stage;
  source?: string;
  digest?: string;
  closesBy?: 'absence' | 'quiet';
  live?: boolean;
  firstSeen: string;
  lastSeen?: string;
  withdrawn?: string;
  severityRank?: number;
  fixable?: boolean;
  /** Columns of the finding that people or policies set. */
  finding?: Partial<Row<'findings'>>;
}

export const idOf = ({ subject, kind = 'vulnerability', problem }: Shown) =>
  findingId({ subjectId: subjectIdOf(subject), kind, problem, locus: '' });

/** Stores a subject, mapped to components. */
export async function seedSubject(
  knex: Knex,
  name: string,
  {
    kind = 'image',
    lastSeen = day(1),
    components = [],
  }: { kind?: string; lastSeen?: string; components?: string[] } = {},
): Promise<void> {
  const id = subjectIdOf(name);
  await knex('subjects')
    .insert({
      id,
      kind,
      name,
      first_seen_at: day(1),
      last_seen_at: lastSeen,
    })
    .onConflict('id')
    .ignore();
  for (const component of components) {
    await knex('subject_components').insert({
      subject_id: id,
      entity_ref: component,
      via: 'request',
    });
  }
}

/** Stores findings as reports would leave them, and derives the rest. */
export async function seed(knex: Knex, ...shown: Shown[]): Promise<string[]> {
  for (const { subject } of shown) await seedSubject(knex, subject);
  const rows = shown.map(rowsOf);
  await upsertRows(
    knex,
    'scopes',
    rows.map(({ scope }) => scope),
    { key: ['id'] },
  );
  await upsertRows(
    knex,
    'findings',
    rows.map(({ finding }) => finding),
    { key: ['id'] },
  );
  await upsertRows(
    knex,
    'observations',
    rows.map(({ observation }) => observation),
    { key: ['finding_id', 'scope_id'] },
  );
  await recomputeCounts(knex);
  const ids = shown.map(idOf);
  await deriveFindings(knex, ids, shown[0].lastSeen ?? shown[0].firstSeen);
  return ids;
}

function rowsOf(shown: Shown) {
  const { subject, problem, firstSeen, lastSeen = firstSeen } = shown;
  const { kind = 'vulnerability', source = 'trivy', digest = '' } = shown;
  const { severityRank = 4, fixable = false, withdrawn } = shown;
  const subjectId = subjectIdOf(subject);
  const id = idOf(shown);
  const scope = scopeId({ subjectId, source, kind, digest });
  return {
    scope: {
      id: scope,
      source,
      tool_name: source,
      kind,
      subject_id: subjectId,
      part: undefined,
      digest,
      of_build: true,
      built: false,
      running: false,
      live: shown.live ?? true,
      closes_by: shown.closesBy ?? 'absence',
      last_report_at: lastSeen,
      last_complete_at: lastSeen,
      emptied_at: undefined,
      last_report_id: 'r',
    },
    finding: {
      id,
      subject_id: subjectId,
      kind,
      stage: shown.stage ?? 'build',
      problem,
      locus: '',
      title: problem,
      severity_rank: severityRank,
      state: 'absent',
      suppressed_by: undefined,
      exception_id: undefined,
      triage: undefined,
      vex: undefined,
      automatable: undefined,
      total_impact: undefined,
      fixable,
      built: false,
      running: false,
      package_name: undefined,
      search_text: problem,
      first_seen_at: firstSeen,
      opened_at: undefined,
      reopened_at: undefined,
      reopen_count: 0,
      fixed_at: undefined,
      due_at: undefined,
      due_rule: undefined,
      ...shown.finding,
    },
    observation: {
      finding_id: id,
      scope_id: scope,
      reported_id: problem,
      severity_rank: severityRank,
      package_version: undefined,
      fixable,
      suppressed: false,
      stale: false,
      content_hash: '',
      report_id: 'r',
      first_seen_at: firstSeen,
      last_seen_at: lastSeen,
      withdrawn_at: withdrawn,
    },
  };
}

/** The state of every finding, by problem. */
export async function states(knex: Knex): Promise<Record<string, string>> {
  const rows: { problem: string; state: string }[] = await knex(
    'findings',
  ).orderBy('problem');
  return Object.fromEntries(rows.map(({ problem, state }) => [problem, state]));
}

/** Empties every table that these tests write. */
export async function empty(knex: Knex): Promise<void> {
  for (const table of [
    'subjects',
    'reports',
    'exceptions',
    'trail',
    'component_days',
  ]) {
    await knex(table).delete();
  }
}
