import type {
  FindingKind,
  Stage,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import type { DbTime } from '../../rows';
import { selectSubject, type SubjectColumns } from '../subjectColumns';

/** A finding as `t`, with its subject as `s` and what is known of its exploitation as `i`. */
export interface FindingColumns extends SubjectColumns {
  id: string;
  subject_id: string;
  kind: FindingKind;
  stage: Stage;
  problem: string;
  title: string;
  severity_rank: number;
  state: string;
  fixable: unknown;
  built: unknown;
  running: unknown;
  package_name: string | null;
  exception_id: string | null;
  triage: string | null;
  vex: string | null;
  first_seen_at: DbTime;
  due_at: DbTime | null;
  known_exploited: unknown;
  ransomware: unknown;
  epss: number | null;
}

/** Adds to a query of findings as `t` what facts need of them. */
export function selectFindingColumns(
  query: Knex.QueryBuilder,
): Knex.QueryBuilder {
  return selectSubject(
    query
      .join('subjects as s', 's.id', 't.subject_id')
      .leftJoin('vulnerability_intel as i', 'i.cve', 't.problem')
      .select(
        't.id',
        't.subject_id',
        't.kind',
        't.stage',
        't.problem',
        't.title',
        't.severity_rank',
        't.state',
        't.fixable',
        't.built',
        't.running',
        't.package_name',
        't.exception_id',
        't.triage',
        't.vex',
        't.first_seen_at',
        't.due_at',
        'i.known_exploited',
        'i.ransomware',
        'i.epss',
      ),
  );
}
