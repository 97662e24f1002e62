import type { Knex } from 'knex';
import { upsertRows } from '../../src/store/bulk';
import { fingerprint } from '../../src/model/fingerprint';
import { findingId, scopeId } from '../../src/model/findingId';

const SUBJECTS_PER_WRITE = 50;

export interface LibraryOptions {
  /** Findings of each image line. */
  perSubject?: number;
  /** Of the only artifact of each line; empty: unknown. */
  digest?: string;
  /** When it was scanned. */
  at?: string;
  /** Whether it runs, beside being the newest build. */
  running?: boolean;
}

/** The name of an image line that `fillTo` writes, counted from 0. */
export function lineName(number: number | ''): string {
  return `registry.example/team/service-${number}`;
}

/**
 * Fills the database with findings of other image lines, written as reports
 * would leave them, until it holds as many as wanted.
 */
export async function fillTo(
  knex: Knex,
  wanted: number,
  report: (filled: number) => void,
  {
    perSubject = 200,
    digest = '',
    at = '2026-10-01T00:00:00.000Z',
    running = false,
  }: LibraryOptions = {},
): Promise<void> {
  const perWrite = perSubject * SUBJECTS_PER_WRITE;
  for (let filled = 0; filled < wanted; filled += perWrite) {
    await writeSubjects(knex, filled / perSubject, {
      perSubject,
      digest,
      at,
      running,
    });
    report(filled + perWrite);
  }
}

async function writeSubjects(
  knex: Knex,
  first: number,
  { perSubject, digest, at, running }: Required<LibraryOptions>,
) {
  const numbers = Array.from(
    { length: SUBJECTS_PER_WRITE },
    (_, n) => first + n,
  );
  const lines = numbers.map(number => {
    const name = lineName(number);
    const id = fingerprint('subject', 'image', name);
    const scope = scopeId({
      subjectId: id,
      source: 'trivy',
      kind: 'vulnerability',
      digest,
    });
    return { name, id, scope };
  });
  const findings = lines.flatMap(({ id, scope }) =>
    Array.from({ length: perSubject }, (_, index) => {
      const problem = `CVE-${2015 + (index % 11)}-${
        10_000 + ((index * 31 + first) % 60_000)
      }`;
      const locus = `deb/debian/lib${index}`;
      const own = { subjectId: id, kind: 'vulnerability', problem, locus };
      return { ...own, id: findingId(own), scope };
    }),
  );
  await knex.transaction(async tx => {
    await upsertRows(
      tx,
      'subjects',
      lines.map(({ id, name }) => ({
        id,
        kind: 'image',
        name,
        cluster: undefined,
        namespace: undefined,
        workload_kind: undefined,
        labels: undefined,
        exposure: undefined,
        first_seen_at: at,
        last_seen_at: at,
      })),
      { key: ['id'] },
    );
    await upsertRows(
      tx,
      'scopes',
      lines.map(({ id, scope }) => ({
        id: scope,
        source: 'trivy',
        tool_name: 'Trivy',
        kind: 'vulnerability',
        subject_id: id,
        part: undefined,
        digest,
        of_build: true,
        built: running,
        running,
        live: true,
        closes_by: 'absence',
        last_report_at: at,
        last_complete_at: at,
        emptied_at: undefined,
        last_report_id: 'bench',
      })),
      { key: ['id'] },
    );
    await upsertRows(
      tx,
      'findings',
      findings.map(({ id, subjectId, kind, problem, locus }, index) => ({
        id,
        subject_id: subjectId,
        kind,
        stage: 'build',
        problem,
        locus,
        title: `${locus}: out-of-bounds read while parsing a crafted header`,
        severity_rank: 2 + (index % 4),
        state: 'open',
        suppressed_by: undefined,
        exception_id: undefined,
        triage: undefined,
        vex: undefined,
        automatable: false,
        total_impact: false,
        fixable: index % 3 === 0,
        built: true,
        running,
        package_name: locus,
        search_text:
          `${problem} ${locus} out-of-bounds read while parsing`.toLowerCase(),
        first_seen_at: at,
        opened_at: at,
        reopened_at: undefined,
        reopen_count: 0,
        fixed_at: undefined,
        due_at: undefined,
        due_rule: undefined,
      })),
      { key: ['id'] },
    );
    await upsertRows(
      tx,
      'verdicts',
      findings.map(({ id }) => ({
        finding_id: id,
        source: 'trivy',
        tool_name: 'Trivy',
        content_hash: id.slice(0, 16),
        details: JSON.stringify({
          message: 'A flaw was found. '.repeat(20),
          package: { name: 'libexample', version: '1.2.3-1' },
          fixedVersions: ['1.3.0-1'],
        }),
        changed_at: at,
      })),
      { key: ['finding_id', 'source'] },
    );
    await upsertRows(
      tx,
      'observations',
      findings.map(({ id, scope, problem }, index) => ({
        finding_id: id,
        scope_id: scope,
        reported_id: problem,
        severity_rank: 2 + (index % 4),
        package_version: '1.2.3-1',
        fixable: false,
        suppressed: false,
        stale: false,
        content_hash: '',
        report_id: 'bench',
        first_seen_at: at,
        last_seen_at: at,
        withdrawn_at: undefined,
      })),
      { key: ['finding_id', 'scope_id'] },
    );
  });
}
