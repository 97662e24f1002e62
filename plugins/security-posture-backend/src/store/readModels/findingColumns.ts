import type {
  Finding,
  Rollout,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { slaStateOf } from '../../model/deadline';
import { severityOfRank } from '../../model/severityRank';
import {
  asCount,
  isoTime,
  isTrue,
  optionalIsoTime,
  present,
  type DbTime,
} from '../rows';
import { findSightings, type StoredSighting } from './findSightings';
import { findVerdicts, type StoredVerdict } from './findVerdicts';
import {
  selectSubject,
  subjectOf,
  type SubjectColumns,
} from './subjectColumns';

/** A finding as it is stored, joined as `t` with its subject as `s` and intelligence as `i`. */
export interface FindingColumns extends SubjectColumns {
  id: string;
  subject_id: string;
  kind: Finding['kind'];
  stage: Finding['stage'];
  problem: string;
  title: string;
  severity_rank: number;
  state: Finding['state'];
  suppressed_by: Finding['suppressedBy'] | null;
  exception_id: string | null;
  triage: Finding['triage'] | null;
  built: unknown;
  running: unknown;
  line_runs: unknown;
  first_seen_at: DbTime;
  fixed_at: DbTime | null;
  reopened_at: DbTime | null;
  reopen_count: number;
  due_at: DbTime | null;
  due_rule: string | null;
  known_exploited: unknown;
  epss: number | null;
}

/** Some digest of the line is known to run, so that not running means something. */
const lineRuns =
  'exists (select 1 from artifacts a where a.subject_id = t.subject_id and a.running)';

/** SQL that says where the artifacts are that hold a finding. */
export const rolloutConditions: Record<Rollout, string> = {
  deployed: 't.built and t.running',
  'awaiting-rollout': 't.running and not t.built',
  'will-ship': `t.built and not t.running and ${lineRuns}`,
};

export function selectFinding(query: Knex.QueryBuilder, knex: Knex) {
  return selectSubject(
    query.select(
      't.id',
      't.subject_id',
      't.kind',
      't.stage',
      't.problem',
      't.title',
      't.severity_rank',
      't.state',
      't.suppressed_by',
      't.exception_id',
      't.triage',
      't.built',
      't.running',
      knex.raw(`case when ${lineRuns} then 1 else 0 end as line_runs`),
      't.first_seen_at',
      't.fixed_at',
      't.reopened_at',
      't.reopen_count',
      't.due_at',
      't.due_rule',
      'i.known_exploited',
      'i.epss',
    ),
  );
}

export interface FindingParts {
  sightings: StoredSighting[];
  verdicts: StoredVerdict[];
}

/** What belongs to findings, in two statements. */
export async function findParts(
  knex: Knex,
  ids: string[],
): Promise<Map<string, FindingParts>> {
  const parts = new Map<string, FindingParts>(
    ids.map(id => [id, { sightings: [], verdicts: [] }]),
  );
  for (const sighting of await findSightings(knex, ids)) {
    parts.get(sighting.findingId)?.sightings.push(sighting);
  }
  for (const verdict of await findVerdicts(knex, ids)) {
    parts.get(verdict.findingId)?.verdicts.push(verdict);
  }
  return parts;
}

export function toFinding(
  row: FindingColumns,
  { sightings, verdicts }: FindingParts,
  now: Date,
): Finding {
  const live = sightings.filter(sighting => sighting.live);
  const counting = live.length > 0 ? live : sightings;
  const firstSeenAt = isoTime(row.first_seen_at);
  const lastSeenAt = sightings.reduce(
    (last, { sighting }) =>
      sighting.lastSeenAt > last ? sighting.lastSeenAt : last,
    firstSeenAt,
  );
  const reopenedAt = optionalIsoTime(row.reopened_at);
  const dueAt = optionalIsoTime(row.due_at);
  const fixedAt = optionalIsoTime(row.fixed_at);
  const details = bestDetails(verdicts, counting);
  return {
    ...details,
    aliases: aliasesOf(row, verdicts),
    id: row.id,
    kind: row.kind,
    stage: row.stage,
    problem: row.problem,
    title: row.title,
    severity: severityOfRank(row.severity_rank),
    state: row.state,
    activity:
      row.state === 'open'
        ? activityOf({ firstSeenAt, lastSeenAt, reopenedAt })
        : undefined,
    subject: subjectOf(row),
    tools: [...new Set(counting.map(({ tool }) => tool))].sort(),
    knownExploited:
      isTrue(row.known_exploited) || details.knownExploited === true,
    epss: row.epss ?? details.epss,
    suppressedBy: present(row.suppressed_by),
    exceptionId: present(row.exception_id),
    triage: present(row.triage),
    rollout: rolloutOf(row),
    dueAt,
    dueRule: present(row.due_rule),
    sla: slaStateOf({ state: row.state, dueAt, fixedAt }, now),
    firstSeenAt,
    lastSeenAt,
    fixedAt,
    reopenedAt,
    reopenCount: row.reopen_count,
  };
}

type Details = Pick<
  Finding,
  'fixedVersions' | 'references' | 'aliases' | 'knownExploited' | 'epss'
>;

const noDetails: Details = {
  fixedVersions: [],
  references: [],
  aliases: [],
  knownExploited: false,
};

/** The words of a source that still shows the finding, preferably with a fix. */
function bestDetails(
  verdicts: StoredVerdict[],
  counting: StoredSighting[],
): Details {
  const seeing = new Set(counting.map(({ source }) => source));
  const candidates = verdicts.filter(({ source }) => seeing.has(source));
  const detailed = (candidates.length > 0 ? candidates : verdicts).map(
    ({ details }) => ({ ...noDetails, ...details }),
  );
  return (
    detailed.find(({ fixedVersions }) => fixedVersions.length > 0) ??
    detailed[0] ??
    noDetails
  );
}

/** Every name that any source gave, but for the finding's own. */
function aliasesOf(row: FindingColumns, verdicts: StoredVerdict[]): string[] {
  const names = verdicts.flatMap(
    ({ details }) => ({ ...noDetails, ...details }.aliases),
  );
  return [...new Set(names)].filter(name => name !== row.problem).sort();
}

function activityOf(times: {
  firstSeenAt: string;
  lastSeenAt: string;
  reopenedAt?: string;
}): Finding['activity'] {
  const { firstSeenAt, lastSeenAt, reopenedAt } = times;
  if (reopenedAt && lastSeenAt <= reopenedAt) return 'reopened';
  return lastSeenAt <= firstSeenAt ? 'new' : 'existing';
}

function rolloutOf(row: FindingColumns): Rollout | undefined {
  const [built, running] = [isTrue(row.built), isTrue(row.running)];
  if (running) return built ? 'deployed' : 'awaiting-rollout';
  return built && asCount(row.line_runs) > 0 ? 'will-ship' : undefined;
}
