import type { Knex } from 'knex';
import { findingId, scopeId } from '../../../model/findingId';
import { fingerprint } from '../../../model/fingerprint';
import { upsertRows } from '../../bulk';
import { deriveFindings } from '../../operations/deriveFindings';
import { recomputeCounts } from '../../operations/recomputeCounts';
import { isoTime, optionalIsoTime, type DbTime } from '../../rows';

/** That a source shows a vulnerability of lodash in an image. */
export interface Shown {
  source: string;
  reported: string;
  /** The canonical id at that time; else the reported one. */
  problem?: string;
  image?: string;
  digest?: string;
  locus?: string;
  severityRank?: number;
  firstSeen: string;
  lastSeen?: string;
  withdrawn?: string;
  suppressed?: boolean;
  /** Whether its artifact counts today. */
  live?: boolean;
}

export const day = (n: number) => new Date(Date.UTC(2099, 0, n)).toISOString();

export const subjectIdOf = (image = 'ghcr.io/acme/shop') =>
  fingerprint('subject', 'image', image);

export const idOf = (problem: string, image?: string, locus = 'npm/lodash') =>
  findingId({
    subjectId: subjectIdOf(image),
    kind: 'vulnerability',
    problem,
    locus,
  });

/** Stores what is shown, row by row as reports would leave it, and derives the rest. */
export async function seed(
  knex: Knex,
  shown: Shown[],
  at: string = day(1),
): Promise<void> {
  const rows = shown.map(rowsOf);
  const all = <K extends keyof (typeof rows)[number]>(key: K) =>
    rows.map(row => row[key]);
  await upsertRows(knex, 'subjects', all('subject'), { key: ['id'] });
  await upsertRows(knex, 'scopes', all('scope'), { key: ['id'] });
  await upsertRows(knex, 'findings', all('finding'), { key: ['id'] });
  await upsertRows(knex, 'observations', all('observation'), {
    key: ['finding_id', 'scope_id'],
  });
  await upsertRows(knex, 'verdicts', all('verdict'), {
    key: ['finding_id', 'source'],
  });
  await recomputeCounts(knex);
  await deriveFindings(
    knex,
    rows.map(({ finding }) => finding.id),
    at,
  );
}

function rowsOf(one: Shown) {
  const { source, reported, firstSeen, image, digest = 'sha256:1' } = one;
  const { problem = reported, locus = 'npm/lodash' } = one;
  const subjectId = subjectIdOf(image);
  const id = idOf(problem, image, locus);
  const scope = scopeId({ subjectId, source, kind: 'vulnerability', digest });
  const { severityRank = 3, lastSeen = firstSeen, suppressed = false } = one;
  return {
    subject: {
      id: subjectId,
      kind: 'image',
      name: image ?? 'ghcr.io/acme/shop',
      cluster: undefined,
      namespace: undefined,
      workload_kind: undefined,
      labels: undefined,
      exposure: undefined,
      first_seen_at: firstSeen,
      last_seen_at: lastSeen,
    },
    scope: {
      id: scope,
      source,
      tool_name: source,
      kind: 'vulnerability',
      subject_id: subjectId,
      part: undefined,
      digest,
      of_build: true,
      built: false,
      running: false,
      live: one.live ?? true,
      closes_by: 'absence',
      last_report_at: lastSeen,
      last_complete_at: lastSeen,
      emptied_at: undefined,
      last_report_id: 'r',
    },
    finding: {
      id,
      subject_id: subjectId,
      kind: 'vulnerability',
      stage: 'build',
      problem,
      locus,
      title: problem,
      severity_rank: severityRank,
      state: 'absent',
      suppressed_by: undefined,
      exception_id: undefined,
      triage: undefined,
      vex: undefined,
      automatable: undefined,
      total_impact: undefined,
      fixable: false,
      built: false,
      running: false,
      package_name: 'lodash',
      search_text: `${problem.toLowerCase()} lodash`,
      first_seen_at: firstSeen,
      opened_at: undefined,
      reopened_at: undefined,
      reopen_count: 0,
      fixed_at: undefined,
      due_at: undefined,
      due_rule: undefined,
    },
    observation: {
      finding_id: id,
      scope_id: scope,
      reported_id: reported,
      severity_rank: severityRank,
      package_version: '4.17.20',
      fixable: false,
      suppressed,
      stale: false,
      content_hash: '',
      report_id: 'r',
      first_seen_at: firstSeen,
      last_seen_at: lastSeen,
      withdrawn_at: one.withdrawn,
    },
    verdict: {
      finding_id: id,
      source,
      tool_name: source,
      content_hash: `${source} of ${reported}`,
      details: JSON.stringify({ message: `${source} of ${reported}` }),
      changed_at: firstSeen,
    },
  };
}

/** Forgets all findings, and what people did with them. */
export async function empty(knex: Knex): Promise<void> {
  for (const table of [
    'trail',
    'exceptions',
    'subject_counts',
    'finding_redirects',
    'observations',
    'verdicts',
    'findings',
    'scopes',
  ]) {
    await knex(table).delete();
  }
}

/** All findings with their evidence, as a person would tell them. */
export async function told(knex: Knex) {
  const findings: {
    id: string;
    problem: string;
    state: string;
    first_seen_at: DbTime;
    opened_at: DbTime | null;
  }[] = await knex('findings').orderBy(['problem', 'id']);
  const observations: { finding_id: string; reported_id: string }[] =
    await knex('observations').orderBy('reported_id');
  const verdicts: { finding_id: string; content_hash: string }[] = await knex(
    'verdicts',
  ).orderBy('content_hash');
  return findings.map(({ id, problem, state, first_seen_at, opened_at }) => ({
    problem,
    state,
    firstSeen: isoTime(first_seen_at),
    opened: optionalIsoTime(opened_at),
    reported: observations
      .filter(row => row.finding_id === id)
      .map(row => row.reported_id),
    verdicts: verdicts
      .filter(row => row.finding_id === id)
      .map(row => row.content_hash),
  }));
}
